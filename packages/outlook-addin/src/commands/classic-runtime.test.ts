import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';

import { createBuilder, parseAst } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

import { digestSetting } from '../compose/testing/digest-setting.ts';
import { playOutlook, type Played } from '../compose/testing/played-outlook.ts';
import type { CommandEvent, Completion } from './complete-once.ts';

type Handler = (event: CommandEvent) => Promise<void>;

const now = Date.now();
let script = '';

beforeAll(async () => {
  const builder = await createBuilder({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { write: false },
  });
  const commands = builder.environments['commands'];
  if (!commands) throw new Error('The build has no environment for the commands.');
  const built = await builder.build(commands);
  script = chunksOf(built)
    .map(({ code }) => code)
    .join('\n');
}, 60_000);

function chunksOf(built: unknown): readonly { readonly code: string }[] {
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.flatMap((one: { output: readonly object[] }) =>
    one.output.filter((file): file is { code: string } => 'code' in file),
  );
}

/** What ECMAScript had after 2016, taken away before the script runs. */
const olderLanguage = `
  for (const name of ['flat', 'flatMap', 'at', 'findLast', 'toSorted', 'toReversed', 'with']) delete Array.prototype[name];
  for (const name of ['padStart', 'padEnd', 'trimStart', 'trimEnd', 'matchAll', 'replaceAll', 'at']) delete String.prototype[name];
  for (const name of ['entries', 'values', 'fromEntries', 'hasOwn', 'groupBy', 'getOwnPropertyDescriptors']) delete Object[name];
  for (const name of ['allSettled', 'any', 'withResolvers', 'try']) delete Promise[name];
  delete Promise.prototype.finally;
  for (const name of ['globalThis', 'Intl', 'WeakRef', 'FinalizationRegistry', 'WebAssembly', 'console']) delete this[name];
`;

/** The kinds of syntax in a program that no ES2016 engine and no classic script knows, each once. */
function laterSyntax(program: unknown): readonly string[] {
  const found = new Set<string>();
  const visit = (node: unknown, parent: string) => {
    if (Array.isArray(node)) for (const one of node) visit(one, parent);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const kind = String(node.type);
    if (/^(Await|Chain|Import|Export|Private|PropertyDefinition|StaticBlock)/.test(kind))
      found.add(kind);
    if (/^(RestElement|SpreadElement)$/.test(kind) && parent.startsWith('Object')) found.add(kind);
    if ('async' in node && node.async === true) found.add('async');
    if ('operator' in node && /^(\?\?=?|\|\|=|&&=)$/.test(String(node.operator))) found.add('??');
    if (kind === 'CatchClause' && 'param' in node && node.param === null) found.add('catch');
    if ('bigint' in node && typeof node.bigint === 'string') found.add('bigint');
    for (const child of Object.values(node)) visit(child, kind);
  };
  visit(program, '');
  return [...found];
}

/** Runs the built script as classic Outlook does: no window, no document, no storage, no crypto, no fetch, no TextEncoder. */
function classicRuntime(
  played: Partial<Played>,
  globals: Readonly<Record<string, unknown>> = {},
  takenAway = olderLanguage,
) {
  const { world, state } = playOutlook({ settings: digestSetting(now), ...played });
  const handlers = new Map<string, Handler>();
  const office = {
    actions: { associate: (name: string, handler: Handler) => void handlers.set(name, handler) },
    context: {
      mailbox: { item: world.item, userProfile: { emailAddress: world.ownAddress } },
      requirements: { isSetSupported: (_set: string, version: string) => world.supports(version) },
      roamingSettings: { get: world.setting },
    },
  };
  const context = createContext({ Office: office, ...globals });
  runInContext(takenAway, context);
  runInContext(script, context);
  return {
    handlers,
    state,
    run: async (name: string): Promise<readonly Completion[]> => {
      const given: Completion[] = [];
      await handlers.get(name)?.({ completed: (one = {}) => void given.push({ ...one }) });
      return given;
    },
  };
}

const timers = { setTimeout, clearTimeout };

describe('the built commands.js without a page', () => {
  it('is one classic script, without imports and without anything later than ES2016', () => {
    expect(laterSyntax(parseAst(script))).toEqual([]);
  });

  it('names its four functions while it is being read', () => {
    expect([...classicRuntime({}).handlers.keys()].toSorted()).toEqual([
      'onMessageRecipientsChanged',
      'onMessageSend',
      'onNewMessageCompose',
      'trackAndSend',
    ]);
  });

  it.each([
    ['with timers', timers],
    ['without timers', {}],
  ])('marks, lets go and refuses, %s', async (_name, globals) => {
    const fine = classicRuntime({ to: ['a@b.example'] }, globals);
    expect(await fine.run('onNewMessageCompose')).toEqual([{}]);
    const mailId = fine.state.headers['x-postrider-mail'];
    expect(mailId).toMatch(/^[\w-]{22}$/);
    expect(await fine.run('onMessageSend')).toEqual([{ allowEvent: true }]);
    expect(fine.state.headers['x-postrider-mail']).toBe(mailId);

    const suppressed = classicRuntime({ to: ['kim@initech.example'] }, globals);
    expect(await suppressed.run('onMessageRecipientsChanged')).toEqual([{}]);
    expect(suppressed.state.infobar.has('postrider.warning')).toBe(true);
    expect(await suppressed.run('onMessageSend')).toMatchObject([{ allowEvent: false }]);
  });

  it('gives every mail a mailId of its own without crypto', async () => {
    const ids = new Set<unknown>();
    for (let mail = 0; mail < 50; mail += 1) {
      const { run, state } = classicRuntime({});
      await run('onNewMessageCompose');
      ids.add(state.headers['x-postrider-mail']);
    }
    expect(ids.size).toBe(50);
  });

  it('takes crypto where there is one', async () => {
    const { run, state } = classicRuntime(
      {},
      { crypto: { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) } },
    );
    await run('onNewMessageCompose');
    expect(state.headers['x-postrider-mail']).toBe('_____________________w');
  });

  it('lets mail go unchecked in an engine without BigInt, which hashing needs', async () => {
    const withoutBigInt = `${olderLanguage} delete this.BigInt;`;
    const { run } = classicRuntime({ to: ['kim@initech.example'] }, timers, withoutBigInt);
    expect(await run('onMessageSend')).toEqual([{ allowEvent: true }]);
  });

  it('lets mail go where Office itself is broken', async () => {
    const handlers = new Map<string, Handler>();
    const associate = (name: string, handler: Handler) => void handlers.set(name, handler);
    runInContext(script, createContext({ Office: { actions: { associate } }, ...timers }));
    const given: unknown[] = [];
    await handlers.get('onMessageSend')?.({ completed: (one) => void given.push({ ...one }) });
    expect(given).toEqual([{ allowEvent: true }]);
  });
});
