/** The second half of .ci/run: the checks and the demo, counted together with what `npm test` left. */
import { spawn } from 'node:child_process';

import { closingLine, keptTotals, sum } from './lib/results.mjs';
import { run, top } from './lib/run.mjs';
import { say } from './lib/say.mjs';

const checks = [
  'check:types',
  'check:lint',
  'check:format',
  'check:unused',
  'check:size',
  'check:manifest',
];

const counted = [keptTotals()];
for (const check of checks) {
  const passed = (await run('npm', ['run', check, '--loglevel=notice'])) === 0;
  say(`${passed ? 'ok' : 'FAILED'} ${check}`);
  counted.push({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
}
counted.push(await demo());

const totals = sum(counted);
console.log(closingLine(totals));
process.exitCode = totals.failed === 0 ? 0 : 1;

/** Plays the demo as a program would and counts its steps. */
async function demo() {
  const command = ['start', '--silent', '--', '--demo', '--json'];
  say(`> npm ${command.join(' ')}`);
  const child = spawn('npm', command, { cwd: top, stdio: ['ignore', 'pipe', 2] });
  if (!child.stdout) throw new Error('The demo was started without a pipe.');
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  process.stdout.write(output);
  const steps = output.split('\n').filter(Boolean).map(parseStep);
  const passed = steps.filter((step) => step.ok === true).length;
  const failed = steps.length - passed;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: 0 };
}

/** @param {string} line @returns {{ ok?: unknown }} */
function parseStep(line) {
  try {
    return JSON.parse(line);
  } catch {
    say(`Not a JSON line: ${line}`);
    return {};
  }
}
