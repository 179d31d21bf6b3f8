import { knownEvents, reaches, sendModes } from './known-events.mjs';
import { within } from './xml-tree.mjs';

/** @import { Element } from './xml-tree.mjs' */

/**
 * What is wrong with events and functions. `functions` are those that the built script names, null = it is not built.
 * @param {Element} overrides @param {string} where @param {ReadonlySet<string> | null} functions
 * @returns {readonly string[]}
 */
export function lintEvents(overrides, where, functions) {
  const elements = within(overrides, ({ name }) => name === 'VersionOverrides');
  const set =
    elements.find(({ name }) => name === 'Sets')?.attributes['DefaultMinVersion'] ?? '1.1';
  const events = elements
    .filter(({ name }) => name === 'LaunchEvent')
    .map(({ attributes: { Type = '', FunctionName = '', SendMode } }) => ({
      Type,
      FunctionName,
      SendMode,
    }));
  const commands = elements.filter(({ name }) => name === 'FunctionName').map(({ text }) => text);
  const names = [...commands, ...events.map(({ FunctionName }) => FunctionName)];
  const faults = events.flatMap(({ Type, SendMode }, at) => {
    const since = knownEvents.get(Type);
    const sends = Type.endsWith('Send');
    return [
      since === undefined && `no Outlook knows the event ${Type}.`,
      since !== undefined &&
        !reaches(set, since) &&
        `${Type} came with Mailbox ${since}, but ${set} is all that is asked for.`,
      events.findIndex((one) => one.Type === Type) !== at && `${Type} is asked for twice.`,
      sends && !sendModes.includes(SendMode ?? '') && `${Type} has no SendMode that Outlook knows.`,
      !sends && SendMode !== undefined && `${Type} cannot have a SendMode.`,
    ].filter((fault) => fault !== false);
  });
  const missing = functions === null ? [] : names.filter((name) => !functions.has(name));
  return [
    ...faults,
    ...missing.map((name) => `the built commands.js names no function ${name}.`),
  ].map((fault) => `${where}: ${fault}`);
}
