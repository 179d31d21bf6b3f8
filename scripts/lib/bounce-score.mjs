import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('../../packages/shared/src/domain/bounce/notice.ts').Notice} Notice */

/**
 * What expected.json says of one file; ../shared/corpus/bounce/README.md explains the fields.
 * @typedef {{ recipient: string, altRecipients?: string[], action: string, status: string | null, dsnStatus?: string | null, hardbounce?: boolean | null }} ExpectedResult
 * @typedef {{ class: string, mta?: string | null, truth?: string, results: ExpectedResult[], originalMessageId?: string | null, altOriginalMessageIds?: string[] | null }} Expected
 */

/**
 * One measured figure: of `of` cases `right` were right; `misses` names the files that were not.
 * @typedef {{ name: string, right: number, of: number, misses: string[] }} Figure
 */

/**
 * The files of a corpus folder that are scored, with what is expected of them; `gray` is not.
 * @param {string} folder
 * @returns {{ file: string, expected: Expected, raw: Uint8Array }[]}
 */
export function readCorpus(folder) {
  /** @type {Record<string, Expected>} */
  const all = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  return Object.entries(all)
    .filter(([file, expected]) => expected.class !== 'gray' && !file.startsWith('gray/'))
    .map(([file, expected]) => ({
      file,
      expected,
      raw: new Uint8Array(readFileSync(join(folder, file))),
    }));
}

/**
 * The same message with CRLF line ends, as Gmail's raw and Graph's $value give it (RFC 5322 section 2.1).
 * @param {Uint8Array} raw
 * @returns {Uint8Array}
 */
export function withCrlf(raw) {
  const text = Buffer.from(raw).toString('latin1').replaceAll(/\r?\n/g, '\r\n');
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/**
 * Scores a detector on a corpus, in the figures of ../shared/facts/bounce.md.
 * @param {ReturnType<typeof readCorpus>} corpus
 * @param {(raw: Uint8Array) => Notice} readNotice
 * @returns {Figure[]}
 */
export function score(corpus, readNotice) {
  /** @type {Map<string, Figure>} */
  const figures = new Map();
  for (const { file, expected, raw } of corpus) {
    const notice = readNotice(raw);
    for (const [name, isRight] of checks(expected, notice)) {
      const figure = figures.get(name) ?? { name, right: 0, of: 0, misses: [] };
      figures.set(name, figure);
      figure.of += 1;
      if (isRight) figure.right += 1;
      else figure.misses.push(file);
    }
  }
  return [...figures.values()];
}

/**
 * @param {Expected} expected
 * @param {Notice} notice
 * @returns {[string, boolean][]}
 */
function checks(expected, notice) {
  const isReport = notice.kind === 'bounce' || notice.kind === 'delayed';
  if (expected.class !== 'bounce' && expected.class !== 'delayed') {
    return [['no false positive', !isReport]];
  }
  const results = expected.results.filter((result) => result.action !== 'delivered');
  /** @type {[string, boolean][]} */
  const found = [
    ['detection', isReport],
    ['delay or bounce', notice.kind === expected.class],
    [`detection: ${expected.mta ?? 'other'}`, isReport],
  ];
  if (expected.results.length > 0) found.push(['recipients exact', isExact(results, notice)]);
  if (expected.originalMessageId) {
    const ids = [expected.originalMessageId, ...(expected.altOriginalMessageIds ?? [])];
    found.push(['original Message-ID', ids.includes(notice.messageId ?? '')]);
  }
  const isJudged = expected.truth === 'gold' || expected.truth === 'hand';
  for (const result of results) {
    const one = notice.recipients.find((candidate) => isSame(result, candidate));
    const statuses = [result.status, result.dsnStatus ?? result.status];
    found.push(['status', one !== undefined && statuses.includes(one.status)]);
    if (isJudged && expected.class === 'bounce' && typeof result.hardbounce === 'boolean') {
      found.push(['hard or soft', one?.hard === result.hardbounce]);
    }
  }
  return found;
}

/**
 * @param {ExpectedResult} result
 * @param {Notice['recipients'][number]} recipient
 */
function isSame(result, recipient) {
  const names = new Set(
    [result.recipient, ...(result.altRecipients ?? [])].map((name) => name.toLowerCase()),
  );
  return [recipient.address, ...recipient.alternates].some((name) => names.has(name));
}

/**
 * @param {readonly ExpectedResult[]} results
 * @param {Notice} notice
 */
function isExact(results, notice) {
  const { recipients } = notice;
  return (
    results.every((result) => recipients.some((recipient) => isSame(result, recipient))) &&
    recipients.every((recipient) => results.some((result) => isSame(result, recipient)))
  );
}
