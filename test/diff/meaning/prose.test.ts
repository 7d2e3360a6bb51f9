import { describe, expect, test } from 'vitest';
import { measuresIn, otherUnits } from '../../../generator/diff/meaning/prose.ts';

const between = (of: 'numbers' | 'texts', before: string, after: string) => {
  const units = otherUnits({ before: measuresIn(before, of), after: measuresIn(after, of) });
  return units && `${units.before} → ${units.after}`;
};

describe('a number', () => {
  test.each([
    ['Length in ms.', 'Length in s.', 'milliseconds → seconds'],
    ['Length (`ms`).', 'Length (`s`).', 'milliseconds → seconds'],
    ['Given in sec.', 'Given in ms.', 'seconds → milliseconds'],
    ['Given in µs.', 'Given in ns.', 'microseconds → nanoseconds'],
    ['Given in hours.', 'Given in days.', 'hours → days'],
    ['Milliseconds of silence.', 'Seconds of silence (1 s is 1000 ms).', 'milliseconds → seconds'],
    ['Seconds until it ends, 30 days at most.', 'Minutes until it ends.', 'seconds → minutes'],
    ['At most 500 ms.', 'At most 5 seconds.', 'milliseconds → seconds'],
    ['In ms, rather than in s.', 'In s, not ms.', 'milliseconds → seconds'],
    ['Size in KB.', 'Size in MB.', 'kilobytes → megabytes'],
    ['Size in bytes.', 'Size in bits.', 'bytes → bits'],
    ['Given in kbit/s.', 'Given in bit/s.', 'kilobits → bits'],
    ['As a percentage.', 'As a fraction.', 'percent → fraction'],
    ['Turn in degrees.', 'Turn in radians.', 'degrees → radians'],
    ['Given in decibels.', 'Given on a linear scale.', 'decibels → linear scale'],
    ['Number of text tokens.', 'Number of characters.', 'tokens → characters'],
    ['Price in USD.', 'Price in cents.', 'US dollars → cents'],
    ['Turns per minute.', 'Turns per second.', 'per minute → per second'],
    ['Given in Hz.', 'Given in kHz.', 'hertz → kilohertz'],
    ['Its place, counted from 0.', 'Its place, 1-based.', 'counted from 0 → counted from 1'],
    ['Length in ms.', 'Length in ms or in s.', 'milliseconds → milliseconds or seconds'],
  ])('is in another unit: %j, then %j', (before, after, units) => {
    expect(between('numbers', before, after)).toBe(units);
  });

  test.each([
    ['Length in ms.', 'Length in milliseconds.'],
    ['Given in sec.', 'How many seconds.'],
    ['Given in µs.', 'Given in μs.'],
    ['Price in US dollars.', 'Price in USD.'],
    ['As a percentage.', 'Percent of all.'],
    ['Length in ms.', 'Length.'],
    ['Length in ms.', 'Length in ms, 30 seconds at most.'],
    ['Valid for 120 seconds.', 'Valid for 120 seconds (2 minutes).'],
    ['Seconds, or minutes.', 'Seconds.'],
    ['The second item.', 'Minutes later, the item.'],
    ['How many item(s) in ms.', 'How many items in milliseconds.'],
    ['Which of the ms-items, a s of prose.', 'In S, in the 1990s, in s3, its s.'],
    ['Tokens are words.', 'Characters of words.'],
    ['In the centre, at a percentile.', 'Fractional, in bytestreams.'],
    ['Size in bytes.', 'Length in ms.'],
  ])('is in the unit it was in: %j, then %j', (before, after) => {
    expect(between('numbers', before, after)).toBeUndefined();
  });
});

describe('a text', () => {
  test.each([
    ['Base64-encoded audio.', 'Hex-encoded audio.', 'base64 → hexadecimal'],
    ['Audio bytes in base64.', 'Audio bytes in base64url.', 'base64 → base64url'],
    ['Raw audio.', 'Raw audio in base64.', 'raw → base64'],
    ['Sent as PCM16.', 'Sent as G.711 u-law.', 'PCM16 → G.711 u-law'],
    ['PCM16 at 24 kHz.', 'mu-law at 8,000 Hz.', 'PCM16, 24 kHz → G.711 u-law, 8 kHz'],
    ['Sent in mu-law.', 'Sent in a-law.', 'G.711 u-law → G.711 a-law'],
    ['Sent as WAV.', 'Sent as raw PCM.', 'WAV → PCM16'],
    ['Audio of 24 kHz.', 'Audio of 16 kHz.', '24 kHz → 16 kHz'],
    ['Sent in mono.', 'Sent in stereo.', 'mono → stereo'],
    ['Samples are big-endian.', 'Samples are little-endian.', 'big-endian → little-endian'],
    ['When, as ISO 8601.', 'When, as Unix time.', 'ISO 8601 → Unix time'],
    ['When, in UTC.', 'When, in local time.', 'UTC → local time'],
    ['Sent in UTF-8.', 'Sent in UTF-16.', 'UTF-8 → UTF-16'],
  ])('is in another: %j, then %j', (before, after, units) => {
    expect(between('texts', before, after)).toBe(units);
  });

  test.each([
    ['Audio in base64.', 'Audio bytes, Base-64-encoded.'],
    ['Raw audio in base64.', 'Base64 of raw audio.'],
    ['Base64 or hex.', 'Base64.'],
    ['Audio as `pcm16`, 24000 Hz.', 'Audio as 16-bit PCM, 24kHz.'],
    ['G.711 (u-law).', 'Audio in g711_ulaw.'],
    ['What a law says of mu-law.', 'G.711 µ-law.'],
    ['Sent in UTF8.', 'Sent in UTF-8.'],
    ['When, as ISO-8601.', 'When, as RFC 3339.'],
    ['Audio of 124 kHz.', 'Audio of 16 kHz.'],
    ['Valid for a few minutes.', 'Valid for 120 seconds.'],
  ])('is in what it was in: %j, then %j', (before, after) => {
    expect(between('texts', before, after)).toBeUndefined();
  });
});
