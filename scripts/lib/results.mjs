import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import { top } from './run.mjs';

const folder = new URL('node_modules/.cache/postrider/results/', top);

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** Where a runner's own report goes. @param {string} name */
export function reportFile(name) {
  mkdirSync(folder, { recursive: true });
  return new URL(`${name}.json`, folder);
}

/** Forgets the reports of an earlier run, so that a runner that dies cannot borrow its numbers. */
export function clearReports() {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Reads what vitest wrote; a missing or broken report counts as one failure.
 * @param {URL} file
 * @returns {Totals}
 */
export function vitestTotals(file) {
  const report = readJson(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ result) =>
      result.status === 'failed' && result.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Reads what Playwright wrote; flaky counts as failed, since flaky means broken.
 * @param {URL} file
 * @returns {Totals}
 */
export function playwrightTotals(file) {
  const report = readJson(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * @param {readonly Totals[]} all
 * @returns {Totals}
 */
export function sum(all) {
  return {
    passed: all.reduce((total, one) => total + one.passed, 0),
    failed: all.reduce((total, one) => total + one.failed, 0),
    skipped: all.reduce((total, one) => total + one.skipped, 0),
  };
}

/** The closing line that people and programs read. @param {Totals} totals */
export function closingLine(totals) {
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  return `${totals.passed} passed, ${totals.failed} failed${skipped}`;
}

/** Keeps the totals of `npm test` for whoever counts further. @param {Totals} totals */
export function keepTotals(totals) {
  writeFileSync(reportFile('totals'), JSON.stringify(totals));
}

/** @returns {Totals} */
export function keptTotals() {
  return readJson(reportFile('totals')) ?? { passed: 0, failed: 1, skipped: 0 };
}

/** @param {URL} file */
function readJson(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
