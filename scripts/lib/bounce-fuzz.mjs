/**
 * Mutations of real notices for the bounce detection's fuzzer. A case follows from its seed and the samples alone, so
 * that a failure can be repeated.
 */

/** @typedef {() => number} Random A number from 0 up to 1, as Math.random gives it. */

/**
 * A generator that gives the same numbers for the same seed (mulberry32, by Tommy Ettinger, public domain).
 * @param {number} seed
 * @returns {Random}
 */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Scraps that readers of mail stumble over. */
const scraps = [
  '\n\n',
  '\r\n.\r\n',
  '--',
  '=',
  '=\n',
  '\0',
  '\u00ff\u00fe',
  '@',
  '<<<<',
  '>',
  ';',
  '"',
  '=?utf-8?B?',
  '=?utf-8?Q?=',
  '\\x{110000}',
  ' '.repeat(5000),
  'a'.repeat(5000),
  '(((((((',
  '5.1.1.1.1',
  '550 550 550',
  'Content-Type: multipart/mixed; boundary=',
  'Content-Transfer-Encoding: base64\n',
  'Final-Recipient: rfc822;\n',
  'Action: failed\n',
  'Status: 9.9.9\n',
  'X-Failed-Recipients: ,,,@,\n',
];

/** @type {Readonly<Record<string, (text: string, random: Random, samples: readonly string[]) => string>>} */
const mutations = {
  cut: (text, random) => text.slice(0, place(text, random)),
  remove: (text, random) => {
    const [from, to] = span(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  double: (text, random) => {
    const [from, to] = span(text, random);
    return text.slice(0, to) + text.slice(from);
  },
  swap: (text, random) => {
    const [from, to] = span(text, random);
    return text.slice(to) + text.slice(from, to) + text.slice(0, from);
  },
  overwrite: (text, random) => {
    const at = place(text, random);
    const bytes = Array.from({ length: pick(40, random) }, () => byte(random)).join('');
    return text.slice(0, at) + bytes + text.slice(at + bytes.length);
  },
  scrap: (text, random) => insert(text, random, scraps[pick(scraps.length, random)] ?? ''),
  splice: (text, random, samples) => {
    const other = samples[pick(samples.length, random)] ?? '';
    const [from, to] = span(other, random);
    return insert(text, random, other.slice(from, to));
  },
  shuffle: (text, random) => {
    const lines = text.split('\n');
    const from = pick(lines.length, random);
    const block = lines.splice(from, pick(12, random) + 1);
    lines.splice(pick(lines.length + 1, random), 0, ...block);
    return lines.join('\n');
  },
  lineEnds: (text, random) =>
    random() < 0.5
      ? text.replaceAll(/\r?\n/g, '\r\n')
      : text.replaceAll(/\r?\n/g, random() < 0.5 ? '\n' : '\r'),
  encode: (text, random) => {
    const kind = random() < 0.5 ? 'base64' : 'quoted-printable';
    return text.replace(/content-transfer-encoding:[^\n]*/i, `Content-Transfer-Encoding: ${kind}`);
  },
  headers: (text, random) => `${'X-Long: header\n'.repeat(pick(60_000, random))}${text}`,
  parts: (text, random) => {
    const boundary = /boundary="?([^"\s;]{1,70})/i.exec(text)?.[1] ?? 'b';
    const part = `--${boundary}\nContent-Type: text/plain\n\nx\n`;
    return insert(text, random, part.repeat(pick(10_000, random)));
  },
  nest: (text, random) => {
    let head = '';
    for (let level = pick(1000, random); level > 0; level -= 1) {
      head += `Content-Type: multipart/mixed; boundary=n${level}\n\n--n${level}\n`;
    }
    return `From: mailer-daemon@mx.example\n${head}${text}`;
  },
  repeat: (text, random) => {
    const [from, to] = span(text, random);
    const some = text.slice(from, Math.min(to, from + 200));
    return insert(text, random, some.repeat(pick(3000, random)));
  },
};
const names = Object.keys(mutations);
/** Those that make a message big are rare, so that most cases stay quick. */
const rare = new Set(['headers', 'parts', 'nest', 'repeat']);

/** Bytes a case may have: enough to go beyond every bound of the reader. */
const mostBytes = 4 * 1024 * 1024;

/**
 * The message of a seed, and the mutations it was made by.
 * @param {number} seed
 * @param {readonly string[]} samples Notices, one character for each byte.
 * @returns {{ raw: Uint8Array, made: readonly string[] }}
 */
export function fuzzCase(seed, samples) {
  const random = randomFrom(seed);
  let text = samples[pick(samples.length, random)] ?? '';
  /** @type {string[]} */
  const made = [];
  for (let count = pick(6, random) + 1; count > 0; count -= 1) {
    const name = names[pick(names.length, random)] ?? 'cut';
    if (rare.has(name) && random() > 0.2) continue;
    text = (mutations[name]?.(text, random, samples) ?? text).slice(0, mostBytes);
    made.push(name);
  }
  return { raw: new Uint8Array(Buffer.from(text, 'latin1')), made };
}

/**
 * @param {number} below
 * @param {Random} random
 */
function pick(below, random) {
  return Math.floor(random() * below);
}

/**
 * @param {string} text
 * @param {Random} random
 */
function place(text, random) {
  return pick(text.length + 1, random);
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {[number, number]}
 */
function span(text, random) {
  const [one, other] = [place(text, random), place(text, random)];
  return [Math.min(one, other), Math.max(one, other)];
}

/**
 * @param {string} text
 * @param {Random} random
 * @param {string} some
 */
function insert(text, random, some) {
  const at = place(text, random);
  return text.slice(0, at) + some + text.slice(at);
}

/** @param {Random} random */
function byte(random) {
  return String.fromCharCode(pick(256, random));
}
