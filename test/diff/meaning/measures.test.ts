import { describe, expect, test } from 'vitest';
import { measuresIn, otherUnits } from '../../../generator/diff/meaning/measures.ts';

const between = (of: 'numbers' | 'texts' | 'anything', before: string, after: string) => {
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
    ['Length in ms.', 'Length in samples.', 'milliseconds → samples'],
    ['Length, ms.', 'Length, s.', 'milliseconds → seconds'],
    ['Where it ends, inclusive.', 'Where it ends (exclusive).', 'inclusive → exclusive'],
    ['Offset, in characters.', 'Offset, in UTF-16 code units.', 'characters → code units'],
    ['Quality in percent.', 'Quality in basis points.', 'percent → basis points'],
    ['Its probability.', 'Its log probability.', 'probability → log probability'],
    ['The first one is 0.', 'Starting from 1.', 'counted from 0 → counted from 1'],
    ['Given in Celsius.', 'Given in Kelvin.', 'Celsius → Kelvin'],
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
    ['Sent as PCM16.', 'Sent as float32 samples.', 'PCM16 → float32'],
    ['A single channel.', 'Two channels.', 'mono → stereo'],
    ['A PNG.', 'A JPEG.', 'PNG → JPEG'],
    ['As plain text.', 'As Markdown.', 'plain text → Markdown'],
    ['Arguments as JSON.', 'Arguments as XML.', 'JSON → XML'],
    ['Comma-separated.', 'Separated by semicolons.', 'comma-separated → separated by semicolons'],
    ['SHA-256 of it.', 'MD5 of it.', 'SHA-256 → MD5'],
    ['An ISO-639-1 code.', 'A BCP 47 tag.', 'ISO 639-1 → BCP 47'],
    ['ISO 3166-1 alpha-2.', 'ISO 3166-1 alpha-3.', 'alpha-2 → alpha-3'],
    ['As YYYY-MM-DD.', 'As DD.MM.YYYY.', 'YYYY-MM-DD → DD.MM.YYYY'],
    ['When (RFC 3339).', 'Seconds since the epoch.', 'ISO 8601 → Unix time'],
    ['Duration as `HH:MM:SS`.', 'Duration in seconds.', 'HH:MM:SS → seconds'],
    ['Matches `^[a-z]+$`.', 'Matches `^[0-9]+$`.', '^[a-z]+$ → ^[0-9]+$'],
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
    ['A PNG or a JPEG.', 'A PNG.'],
    ['As Markdown.', 'Markdown, or HTML.'],
    ['Matches `^[a-z]+$`.', 'Small letters.'],
  ])('is in what it was in: %j, then %j', (before, after) => {
    expect(between('texts', before, after)).toBeUndefined();
  });
});

describe('what is neither', () => {
  test.each([
    ['All times are in seconds.', 'All times are in milliseconds.', 'seconds → milliseconds'],
    ['Times, their text in base64.', 'Times, their text in hex.', 'base64 → hexadecimal'],
    ['Read-only.', 'Write-only.', 'read-only → write-only'],
    ['Set by the server.', 'The client sets it.', 'set by the server → set by the client'],
  ])('has other words: %j, then %j', (before, after, units) => {
    expect(between('anything', before, after)).toBe(units);
  });

  test.each([
    ['Times in seconds or minutes.', 'Times in minutes or seconds.'],
    ['Comes after some seconds.', 'Comes after some minutes.'],
    ['What the server makes of base64.', 'What the client makes of hex.'],
  ])('says the same: %j, then %j', (before, after) => {
    expect(between('anything', before, after)).toBeUndefined();
  });
});
