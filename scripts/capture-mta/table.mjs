import { noticeNames } from './cases.mjs';

/**
 * What came of one server; `words`: why notices are missing, empty where none is.
 * @typedef {{ mta: string, version: string, captured: readonly string[], words: string }} Outcome
 */

/** Server by notice for a person to read, with the reasons below. @param {readonly Outcome[]} outcomes */
export function table(outcomes) {
  const columns = [
    ['notice', ...noticeNames],
    ...outcomes.map(({ mta, captured }) => [
      mta,
      ...noticeNames.map((name) => (captured.includes(name) ? 'captured' : '–')),
    ]),
  ].map(padded);
  const lines = ['notice', ...noticeNames].map((_, at) =>
    columns
      .map((column) => column[at])
      .join('  ')
      .trimEnd(),
  );
  const reasons = outcomes
    .filter((one) => one.words !== '')
    .map((one) => `${one.mta}: ${one.words}`);
  return [...lines, ...reasons].join('\n');
}

/** @param {readonly string[]} column */
function padded(column) {
  const width = Math.max(...column.map((cell) => cell.length));
  return column.map((cell) => cell.padEnd(width));
}
