/**
 * What takes long to be found in a text, or made of a value, once: pages say the same of many fields, and `generate --watch`
 * reads most of them again as they were. What comes of it depends on nothing else, and nobody may change it.
 */

/** The characters that are remembered at most. */
const most = 2_000_000;

/** Finds something in texts, in each but once. */
export function perText<Found>(
  find: (text: string) => Found,
  mostCharacters = most,
): (text: string) => Found {
  return once(find, (text) => text, mostCharacters);
}

/** Makes something of values that are plain data, of those that are the same in JSON but once. */
export function perValue<Value, Made>(make: (value: Value) => Made): (value: Value) => Made {
  return once(make, (value) => JSON.stringify(value), most);
}

function once<Value, Made>(
  make: (value: Value) => Made,
  keyOf: (value: Value) => string,
  mostCharacters: number,
): (value: Value) => Made {
  const known = new Map<string, { made: Made }>();
  let characters = 0;
  return (value) => {
    const key = keyOf(value);
    const before = known.get(key);
    if (before) return before.made;
    const made = make(value);
    if (characters + key.length > mostCharacters) {
      known.clear();
      characters = 0;
    }
    known.set(key, { made });
    characters += key.length;
    return made;
  };
}
