/**
 * The version of `model.json`, which is in it. It changes when a program that reads the files of before would read the
 * new ones wrongly; a new key is no reason.
 */
export const modelVersion = 1;
