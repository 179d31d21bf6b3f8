/**
 * Captures one server's notices, inside namespaces of its own (main.mjs makes them): a network that is nothing but
 * loopback, a host name from the world, mounts and processes that end with it.
 * Arguments: the server's name, its work folder, the unpacked packages, the folder for the notices.
 * Prints what was captured as JSON: `{ "captured": [name], "words": why the rest is missing }`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { say } from '../lib/say.mjs';
import { cases, mailOf, messageIdOf } from './cases.mjs';
import { mtas } from './mta/mta.mjs';
import { serveNames } from './name-server.mjs';
import { push, start } from './serve.mjs';
import { listen } from './sink.mjs';
import { submit } from './submit.mjs';
import { makeTree, mustRun } from './tree.mjs';
import { waitFor } from './wait-for.mjs';
import { mailbox, mailServers, recipientServers, rep, underCapture } from './world.mjs';

const noticesWithinMs = 90_000;
const lookEveryMs = 1000;

const [name = '', folder = '', packages = '', results = ''] = process.argv.slice(2);
const mta = mtas.find((one) => one.name === name);
if (!mta) throw new Error(`No such server: ${name}`);

mustRun('hostname', [underCapture.name]);
mustRun('ip', ['link', 'set', 'lo', 'up']);
for (const { address } of mailServers)
  mustRun('ip', ['address', 'add', `${address}/32`, 'dev', 'lo']);
const root = makeTree(mta, folder, packages);
await serveNames();

/** @type {Map<string, number>} notices so far, by the case they belong to */
const counted = new Map();
/** @type {Set<string>} */
const captured = new Set();
await listen(mailbox, keepNotice);
for (const server of recipientServers) {
  if (server.answers !== false) await listen(server, () => {});
}

const server = await start(mta, root);
/** @type {string[]} */
const words = [];
let expected = 0;
for (const one of cases) {
  try {
    await submit({ ...one, raw: mailOf(mta.name, one, new Date()) });
    expected += one.notices.length;
  } catch (error) {
    words.push(`${one.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
const settled = await waitFor(
  () => {
    push(mta, root);
    return captured.size === expected || server.ended();
  },
  noticesWithinMs,
  lookEveryMs,
);
if (captured.size < expected) {
  words.push(
    settled ? 'the server ended early' : `no more within ${noticesWithinMs / 1000} seconds`,
  );
  say(server.log().split('\n').slice(-60).join('\n'));
}
console.log(JSON.stringify({ captured: [...captured], words: words.join('; ') }));
// As the first process of its namespace it takes the server with it.
process.exit(0);

/** @param {{ sender: string, recipients: readonly string[], raw: string }} mail */
function keepNotice({ sender, recipients, raw }) {
  const about = cases.find((one) => raw.includes(messageIdOf(name, one)));
  if (!about || !recipients.includes(rep)) return say(`Not a notice of ours: ${raw.slice(0, 500)}`);
  const count = counted.get(about.name) ?? 0;
  counted.set(about.name, count + 1);
  const notice = about.notices[count];
  if (notice === undefined) return say(`One notice too many for ${about.name}.`);
  // What final delivery adds (RFC 5321 section 4.4), and what a notice is known by.
  const delivered = `Return-Path: <${sender}>\r\n${raw}`;
  writeFileSync(join(results, `${name}-${notice}.eml`), delivered, 'latin1');
  captured.add(notice);
  return undefined;
}
