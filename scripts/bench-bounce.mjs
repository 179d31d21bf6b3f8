/**
 * How many messages a second the bounce detection reads, beside postal-mime's bare parse of the same messages in the
 * same run: `npm run bench:bounce [-- CORPUS]`. One core, corpus in memory, the median of several rounds.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

console.log('set                            ours/s   postal-mime/s     ratio   wanted');
for (const { name, wanted, messages } of sets) {
  const raws = messages.map(({ raw }) => raw);
  const ours = [];
  const theirs = [];
  // In turns, so that a busy machine slows both alike.
  for (let round = 0; round <= rounds; round += 1) {
    ours.push(await rate(raws, (raw) => readNotice(raw)));
    theirs.push(await rate(raws, (raw) => PostalMime.parse(raw)));
  }
  // The first round only warms up.
  const [mine, other] = [median(ours.slice(1)), median(theirs.slice(1))];
  const row = [mine.toFixed(0).padStart(9), other.toFixed(0).padStart(15)];
  row.push(`${(mine / other).toFixed(2)} ×`.padStart(9), `${wanted} ×`.padStart(8));
  console.log(`${name.padEnd(28)} ${row.join(' ')}`);
}

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
