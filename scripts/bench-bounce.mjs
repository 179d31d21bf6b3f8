/**
 * How many messages a second the bounce detection reads, beside the bare parse of the same messages by npm's mail
 * parsers in the same run: `npm run bench:bounce [-- CORPUS]`. One core, corpus in memory, the median of several rounds.
 * npm's only detector of bounces, email-bounce-parser, needs a compiler to be installed and is left out; facts/bounce.md
 * has 615 messages a second for it.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';

import { readCorpus } from './lib/bounce-score.mjs';
import { giveUp } from './lib/say.mjs';
import { importTypeScript } from './run-ts.mjs';

const rounds = 7;
/** A round reads the messages until this much time has passed, so that short sets are measured as well as long ones. */
const roundMs = 400;

const folder =
  process.argv[2] ?? fileURLToPath(new URL('../../shared/corpus/bounce', import.meta.url));
if (!existsSync(folder)) giveUp(`No corpus at ${folder}: name its folder as the first argument.`);
const corpus = readCorpus(folder);
/** @type {typeof import('../packages/shared/src/domain/bounce/detect.ts')} */
const { readNotice } = await importTypeScript(
  new URL('../packages/shared/src/domain/bounce/detect.ts', import.meta.url),
);

const sets = [
  { name: 'all messages', wanted: 1.1, messages: corpus },
  {
    name: 'bounces and delays',
    wanted: 1.1,
    messages: corpus.filter(({ expected }) => /^(bounce|delayed)$/.test(expected.class)),
  },
  {
    name: 'normal mail, by its headers',
    wanted: 20,
    messages: corpus.filter(({ file }) => file.startsWith('negative/normal/')),
  },
];

/** @type {readonly { name: string, read: (raw: Uint8Array) => unknown }[]} */
const readers = [
  { name: 'ours', read: readNotice },
  { name: 'postal-mime', read: (raw) => PostalMime.parse(raw) },
  {
    name: 'mailparser',
    read: (raw) =>
      simpleParser(Buffer.from(raw.buffer, raw.byteOffset, raw.length), { skipTextToHtml: true }),
  },
];

const columns = [
  ...readers.map(({ name }) => `${name}/s`.padStart(15)),
  'ratio'.padStart(10),
  'wanted'.padStart(8),
];
console.log(`${'set (messages)'.padEnd(34)}${columns.join('')}`);
for (const { name, wanted, messages } of sets) {
  const raws = messages.map(({ raw }) => raw);
  /** @type {number[][]} */
  const rates = readers.map(() => []);
  // In turns, so that a busy machine slows all alike. The first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { read }] of readers.entries()) {
      const measured = await rate(raws, read);
      if (round > 0) rates[index]?.push(measured);
    }
  }
  const medians = rates.map(median);
  const ratio = (medians[0] ?? 0) / (medians[1] ?? 1);
  const cells = [
    ...medians.map((one) => one.toFixed(0).padStart(15)),
    `${ratio.toFixed(2)} ×`.padStart(10),
    `${wanted} ×`.padStart(8),
  ];
  console.log(`${`${name} (${raws.length})`.padEnd(34)}${cells.join('')}`);
}
console.log('ratio: ours beside postal-mime.');

/**
 * Messages a second.
 * @param {readonly Uint8Array[]} raws
 * @param {(raw: Uint8Array) => unknown} read
 */
async function rate(raws, read) {
  const start = performance.now();
  let count = 0;
  let elapsed = 0;
  while (elapsed < roundMs) {
    for (const raw of raws) {
      const result = read(raw);
      if (result instanceof Promise) await result;
    }
    count += raws.length;
    elapsed = performance.now() - start;
  }
  return (count / elapsed) * 1000;
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
