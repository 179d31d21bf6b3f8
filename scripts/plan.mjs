/**
 * Plans when mail may leave (docs/throttling.md): reads one JSON object from stdin.
 *   npm run --silent plan -- --json < input.json   one JSON object a line and mail, nothing else on stdout
 *   npm run --silent plan < input.json             the same to read
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { say } from './lib/say.mjs';
import { importTypeScript } from './run-ts.mjs';

/** @typedef {import('../packages/shared/src/domain/sending/plan/plan-input.ts').Placement} Placement */

const usage = 'Usage: npm run --silent plan -- [--json] < input.json';

/** @type {typeof import('../packages/shared/src/domain/sending/plan/plan.ts')} */
const { plan } = await importTypeScript(
  new URL('../packages/shared/src/domain/sending/plan/plan.ts', import.meta.url),
);
/** @type {typeof import('./lib/plan/read-plan-input.ts')} */
const { readPlanInput } = await importTypeScript(
  new URL('lib/plan/read-plan-input.ts', import.meta.url),
);

const asJson = readArguments();
const read = readPlanInput(readFileSync(0, 'utf8'));
if (read.kind === 'wrong') refuse(`${read.field} ${read.reason}.`);
else {
  const line = asJson ? jsonLine : readableLine;
  process.stdout.write(
    plan(read.input)
      .map((placement) => `${line(placement)}\n`)
      .join(''),
  );
}

function readArguments() {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function refuse(sentence) {
  say(sentence);
  process.exit(2);
}

/** @param {Placement} placement */
function jsonLine(placement) {
  const { id } = placement;
  return JSON.stringify(
    placement.kind === 'refused'
      ? { id, refused: placement.limit }
      : { id, at: placement.at, because: placement.because },
  );
}

/** @param {Placement} placement */
function readableLine(placement) {
  if (placement.kind === 'refused')
    return `${placement.id}  never: more than ${placement.limit} allows`;
  const { id, at, because } = placement;
  const reason = because.length === 0 ? 'as soon as it may' : `held by ${because.join(', ')}`;
  return `${id}  ${new Date(at).toISOString()}  ${reason}`;
}
