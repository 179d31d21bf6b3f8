/**
 * `npm start`: installs what is missing, builds, and opens the Gmail extension on the sandbox; `--outlook` the Outlook
 * add-in. `--demo` (or no display) plays the stories without a person, all of them where none is named; `--json` prints
 * one JSON object a step on stdout. Everything else goes to stderr.
 */
import { parseArgs } from 'node:util';

import { buildAll } from './lib/build.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { placesOf } from './lib/places.mjs';
import { giveUp, say } from './lib/say.mjs';

const options = readOptions();
await ensurePackages();
const { ensureChromium } = await import('./chromium.mjs');
const { importTypeScript } = await import('./run-ts.mjs');
const browser = findBrowser();
await buildAll();

/** @type {typeof import('./play/play.ts')} */
const { byHand, demo } = await importTypeScript(new URL('./play/play.ts', import.meta.url));
const places = placesOf(browser, 'demo/');
if (options.demo) {
  const played = await demo(options.outlook ? ['outlook'] : ['gmail', 'outlook'], places, options);
  process.exitCode = played ? 0 : 1;
} else await byHand(options.outlook ? 'outlook' : 'gmail', places);

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        outlook: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { outlook, json } = values;
    if (!values.demo && !hasDisplay())
      say('There is no display, so the demo is played without one.');
    return { outlook, demo: values.demo || json || !hasDisplay(), json };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return giveUp(`${reason}\nUse: npm start [-- [--outlook] [--demo [--json]]]`);
  }
}

function hasDisplay() {
  if (process.platform !== 'linux') return process.env['CI'] === undefined;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

function findBrowser() {
  try {
    return ensureChromium();
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : String(error));
  }
}
