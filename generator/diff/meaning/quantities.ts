/** What is said in words only of numbers, of texts or of anything, that are in one unit or in another. */
export interface Quantity {
  of: 'numbers' | 'texts' | 'anything';
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
      '(samples)': '',
      '(frames)': '',
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
      miles: '(mph)',
    },
  },
  count: {
    of: 'numbers',
    units: {
      '(tokens)': '',
      '(characters)': '',
      '(code points)': '',
      '(code units)': '(UTF-16 code units)',
      '(words)': '',
      '(bytes)': '(UTF-8 bytes)',
      '(samples)': '',
      '(frames)': '',
    },
  },
  angle: { of: 'numbers', units: { degrees: '(deg), (°)', radians: '(rad)' } },
  temperature: {
    of: 'numbers',
    units: { Celsius: '(°C)', Fahrenheit: '(°F)', Kelvin: '(kelvin), (K)' },
  },
  share: {
    of: 'numbers',
    units: {
      percent: 'percentage, per cent, (%)',
      fraction: '(ratio)',
      'basis points': '',
    },
  },
  probability: { of: 'numbers', units: { probability: '', 'log probability': 'logprob' } },
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
      'counted from 0':
        '0-based, zero-based, 0-indexed, zero-indexed, counted from zero, starting at 0, starts at 0, starting from 0, starting from zero, first is 0, first one is 0',
      'counted from 1':
        '1-based, one-based, 1-indexed, one-indexed, counted from one, starting at 1, starts at 1, starting from 1, starting from one, first is 1, first one is 1',
    },
  },
  end: { of: 'numbers', units: { inclusive: '', exclusive: '' } },
  encoding: {
    of: 'texts',
    units: {
      base64: 'base-64',
      base64url: 'base-64-url',
      hexadecimal: 'hex',
      'percent-encoded': 'URL-encoded',
      raw: '',
    },
  },
  'sample format': {
    of: 'texts',
    units: {
      PCM16: 'PCM 16, 16 bit PCM, PCM, linear16',
      PCM24: 'PCM 24, 24 bit PCM',
      float32: 'float 32, 32 bit float',
      'G.711': 'g711',
      'G.711 u-law': 'g711-ulaw, u-law, mu-law, μ-law, pcmu',
      'G.711 a-law': 'g711-alaw, a-law, pcma',
      WAV: '',
      MP3: '',
      Opus: '',
      FLAC: '',
      AAC: '',
      Ogg: '',
      WebM: '',
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
  channels: {
    of: 'texts',
    units: {
      mono: 'monaural, one channel, single channel, 1 channel',
      stereo: 'two channels, 2 channels',
    },
  },
  'byte order': { of: 'texts', units: { 'little-endian': '', 'big-endian': '' } },
  'text encoding': {
    of: 'texts',
    units: { 'UTF-8': '', 'UTF-16': '', 'UTF-32': '', ASCII: '', 'Latin-1': 'ISO 8859-1' },
  },
  'image format': {
    of: 'texts',
    units: { PNG: '', JPEG: 'JPG', WebP: '', GIF: '', BMP: '', SVG: '' },
  },
  markup: {
    of: 'texts',
    units: {
      'plain text': '',
      Markdown: '',
      HTML: '',
      SSML: '',
      XML: '',
      YAML: '',
      '(JSON)': 'JSON string, JSON-encoded, stringified JSON',
    },
  },
  separator: {
    of: 'texts',
    units: {
      'comma-separated': 'separated by commas, separated by a comma',
      'space-separated': 'separated by spaces, separated by a space, separated by blanks',
      'separated by semicolons': 'semicolon-separated, separated by a semicolon',
      'separated by line breaks': 'newline-separated, separated by newlines',
    },
  },
  digest: { of: 'texts', units: { MD5: '', 'SHA-1': '', 'SHA-256': '', 'SHA-512': '' } },
  identifier: { of: 'texts', units: { UUID: 'GUID', ULID: '' } },
  'language code': {
    of: 'texts',
    units: {
      'ISO 639-1': '',
      'ISO 639-2': '',
      'ISO 639-3': '',
      'BCP 47': 'RFC 5646, IETF language tag',
    },
  },
  'country code': { of: 'texts', units: { 'alpha-2': '', 'alpha-3': '' } },
  'time format': {
    of: 'texts',
    units: {
      'ISO 8601': 'RFC 3339',
      'Unix time':
        'Unix timestamp, epoch time, seconds since the epoch, milliseconds since the epoch, (Unix seconds), (Unix milliseconds)',
      'RFC 2822': '',
      '(HH:MM:SS)': '',
      '(seconds)': '',
      '(milliseconds)': '',
      '(microseconds)': '',
      '(minutes)': '',
    },
  },
  'date format': {
    of: 'texts',
    units: { 'YYYY-MM-DD': '', 'DD.MM.YYYY': '', 'DD/MM/YYYY': '', 'MM/DD/YYYY': '' },
  },
  'time zone': { of: 'texts', units: { UTC: 'GMT', 'local time': '' } },
  access: { of: 'anything', units: { 'read-only': '', 'write-only': '', 'read and write': '' } },
  author: {
    of: 'anything',
    units: { 'set by the client': setBy('client'), 'set by the server': setBy('server') },
  },
};

function setBy(side: string): string {
  const written = ['sent', 'filled', 'generated', 'assigned', 'chosen', 'provided', 'written'];
  return [
    ...written.map((verb) => `${verb} by the ${side}`),
    `the ${side} sends`,
    `the ${side} sets`,
  ].join(', ');
}
