/**
 * Reads .eml files for what they say about delivery.
 *   npm run --silent bounce -- PATH…          a table to read
 *   npm run --silent bounce -- --json PATH…   one JSON object a line and file, nothing else on stdout
 *   npm run --silent bounce -- --score DIR    the figures of a folder with expected.json
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { readCorpus, score, withCrlf } from './lib/bounce-score.mjs';
import { emlFiles } from './lib/eml-files.mjs';
import { giveUp } from './lib/say.mjs';
import { importTypeScript } from './run-ts.mjs';

/** @typedef {import('../packages/shared/src/domain/bounce/notice.ts').Notice} Notice */

const usage =
  'Usage: npm run --silent bounce -- [--json] PATH…   or   npm run --silent bounce -- --score DIR';

const { values, positionals } = readArguments();
const bounce = new URL('../packages/shared/src/domain/bounce/', import.meta.url);
/** @type {typeof import('../packages/shared/src/domain/bounce/detect.ts')} */
const { readNotice } = await importTypeScript(new URL('detect.ts', bounce));
/** @type {typeof import('../packages/shared/src/ui/messages/english/bounces.ts')} */
const { bounceWords } = await importTypeScript(
  new URL('../packages/shared/src/ui/messages/english/bounces.ts', import.meta.url),
);

if (values.score !== undefined) printScore(values.score);
else printNotices(positionals);

function readArguments() {
  try {
    const read = parseArgs({
      options: { json: { type: 'boolean' }, score: { type: 'string' } },
      allowPositionals: true,
    });
    if (read.values.score === undefined && read.positionals.length === 0) giveUp(usage);
    return read;
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** @param {readonly string[]} paths */
function printNotices(paths) {
  for (const path of paths) {
    for (const file of filesAt(path)) {
      const raw = bytesOf(file);
      if (raw === null) continue;
      const notice = readNotice(raw);
      console.log(values.json === true ? jsonLine(file, notice) : readableLines(file, notice));
    }
  }
}

/** @param {string} path */
function filesAt(path) {
  try {
    return emlFiles([path]);
  } catch (error) {
    return skip(path, error) ?? [];
  }
}

/** @param {string} file */
function bytesOf(file) {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    return skip(file, error);
  }
}

/**
 * Says on stderr what could not be read and goes on; the exit code tells as well.
 * @param {string} path
 * @param {unknown} error
 */
function skip(path, error) {
  process.stderr.write(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
  return null;
}

/**
 * @param {string} file
 * @param {Notice} notice
 */
function jsonLine(file, notice) {
  const recipients = notice.recipients.map((one) => ({
    address: one.address,
    alternates: one.alternates,
    action: one.action,
    status: one.status,
    replyCode: one.replyCode,
    category: one.category,
    hard: one.hard,
    diagnostic: one.diagnostic,
  }));
  return JSON.stringify({ file, kind: notice.kind, messageId: notice.messageId, recipients });
}

/**
 * @param {string} file
 * @param {Notice} notice
 */
function readableLines(file, notice) {
  const lines = [`${notice.kind.padEnd(12)} ${file}`];
  for (const one of notice.recipients) {
    const code = one.status ?? one.replyCode ?? 'no code';
    const { title } = bounceWords[one.category];
    const weight = one.action === 'delayed' ? 'delayed' : one.hard ? 'hard' : 'soft';
    lines.push(`${''.padEnd(12)} ${one.address}  ${title} (${weight}, ${code})`);
  }
  return lines.join('\n');
}

/** @param {string} folder */
function corpusAt(folder) {
  try {
    return readCorpus(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return giveUp(
      `${folder} cannot be scored: ${reason}\nName a folder of .eml files with an expected.json.`,
    );
  }
}

/** @param {string} folder */
function printScore(folder) {
  const corpus = corpusAt(folder);
  const crlf = corpus.map((one) => ({ ...one, raw: withCrlf(one.raw) }));
  const inLf = score(corpus, readNotice);
  const inCrlf = new Map(score(crlf, readNotice).map((figure) => [figure.name, figure]));
  console.log(`${'figure'.padEnd(32)} ${'LF'.padStart(16)} ${'CRLF'.padStart(16)}`);
  const families = inLf.filter(({ name }) => isFamily(name)).toSorted((a, b) => b.of - a.of);
  for (const figure of [...inLf.filter(({ name }) => !isFamily(name)), ...families]) {
    const other = inCrlf.get(figure.name) ?? figure;
    console.log(`${figure.name.padEnd(32)} ${share(figure)} ${share(other)}`);
  }
}

/** @param {string} name */
function isFamily(name) {
  return name.startsWith('detection: ');
}

/** @param {{ right: number, of: number }} figure */
function share({ right, of }) {
  return `${right}/${of} ${((100 * right) / of).toFixed(1).padStart(5)} %`.padStart(16);
}
