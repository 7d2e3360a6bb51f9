/** What is said in words only of numbers, or of texts, that are in one unit or in another. */
export interface Quantity {
  of: 'numbers' | 'texts';
  /**
   * Further spellings of each unit, whose name is one as well. Their hyphens and blanks may be left out. What is in
   * brackets here means the unit only in brackets, or behind a number or words like "in".
   */
  units: Readonly<Record<string, string>>;
}

/** Units that say nothing beside another: raw audio in base64 is base64. */
export const vagueUnits: readonly string[] = ['raw', 'G.711'];

export const quantities: Readonly<Record<string, Quantity>> = {
  time: {
    of: 'numbers',
    units: {
      nanoseconds: 'nanos, nsecs, (ns)',
      microseconds: 'micros, usecs, (μs), (us)',
      milliseconds: 'millis, msecs, ms, (msec)',
      seconds: 'secs, (sec), (s)',
      minutes: 'mins, (min)',
      hours: 'hrs, (h)',
      days: '(d)',
      weeks: '',
      months: '',
      years: '',
    },
  },
  size: {
    of: 'numbers',
    units: {
      bits: '(bit), (bps)',
      kilobits: '(kbit), (Kbit), (kbps), (Kbps)',
      megabits: '(Mbit), (Mbps)',
      bytes: 'octets',
      kilobytes: '(KB), (kB)',
      megabytes: '(MB)',
      gigabytes: '(GB)',
      kibibytes: '(KiB)',
      mebibytes: '(MiB)',
      gibibytes: '(GiB)',
    },
  },
  length: {
    of: 'numbers',
    units: {
      pixels: '(px)',
      '(points)': '(pt)',
      millimetres: 'millimeters, (mm)',
      centimetres: 'centimeters, (cm)',
      metres: 'meters, (m)',
      kilometres: 'kilometers, (km)',
      miles: '',
    },
  },
  count: {
    of: 'numbers',
    units: Object.fromEntries(
      ['tokens', 'characters', 'words', 'bytes', 'samples', 'frames'].map((unit) => [
        `(${unit})`,
        '',
      ]),
    ),
  },
  angle: { of: 'numbers', units: { degrees: '(deg), (°)', radians: '(rad)' } },
  temperature: { of: 'numbers', units: { Celsius: '(°C)', Fahrenheit: '(°F)', '(kelvin)': '' } },
  share: { of: 'numbers', units: { percent: 'percentage, per cent, (%)', fraction: '(ratio)' } },
  level: { of: 'numbers', units: { decibels: '(dB)', 'linear scale': '' } },
  money: {
    of: 'numbers',
    units: {
      'US dollars': 'USD, dollars',
      cents: 'US cents, USD cents',
      euros: 'EUR',
      rubles: 'RUB, roubles',
      kopecks: 'kopeks',
    },
  },
  rate: {
    of: 'numbers',
    units: { 'per second': '', 'per minute': '', 'per hour': '', 'per day': '', 'per month': '' },
  },
  frequency: { of: 'numbers', units: { hertz: 'Hz', kilohertz: 'kHz', megahertz: 'MHz' } },
  start: {
    of: 'numbers',
    units: {
      'counted from 0': '0-based, zero-based, counted from zero, starting at 0, starts at 0',
      'counted from 1': '1-based, one-based, counted from one, starting at 1, starts at 1',
    },
  },
  encoding: {
    of: 'texts',
    units: { base64: 'base-64', base64url: 'base-64-url', hexadecimal: 'hex', raw: '' },
  },
  'sample format': {
    of: 'texts',
    units: {
      PCM16: 'PCM 16, 16 bit PCM, PCM, linear16',
      PCM24: 'PCM 24, 24 bit PCM',
      'G.711': 'g711',
      'G.711 u-law': 'g711-ulaw, u-law, mu-law, μ-law, pcmu',
      'G.711 a-law': 'g711-alaw, a-law, pcma',
      WAV: '',
      MP3: '',
      Opus: '',
      FLAC: '',
      AAC: '',
    },
  },
  'sample rate': {
    of: 'texts',
    units: {
      '8 kHz': '8000 Hz, 8,000 Hz',
      '16 kHz': '16000 Hz, 16,000 Hz',
      '22.05 kHz': '22050 Hz, 22,050 Hz',
      '24 kHz': '24000 Hz, 24,000 Hz',
      '44.1 kHz': '44100 Hz, 44,100 Hz',
      '48 kHz': '48000 Hz, 48,000 Hz',
    },
  },
  channels: { of: 'texts', units: { mono: '', stereo: '' } },
  'byte order': { of: 'texts', units: { 'little-endian': '', 'big-endian': '' } },
  'text encoding': {
    of: 'texts',
    units: { 'UTF-8': '', 'UTF-16': '', 'UTF-32': '', ASCII: '', 'Latin-1': 'ISO 8859-1' },
  },
  'time format': {
    of: 'texts',
    units: { 'ISO 8601': 'RFC 3339', 'Unix time': 'Unix timestamp, epoch time', 'RFC 2822': '' },
  },
  'time zone': { of: 'texts', units: { UTC: 'GMT', 'local time': '' } },
};
