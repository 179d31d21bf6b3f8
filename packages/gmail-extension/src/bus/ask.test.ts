import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { ask } from './ask.ts';

const asleep = new Error('Could not establish connection. Receiving end does not exist.');
const lost = new Error('The message port closed before a response was received.');
const answer = { kind: 'ok', value: 7 };

let answers: (() => Promise<unknown>)[];

function answering(...given: readonly unknown[]) {
  answers = given.map(
    (each) => () => (each instanceof Error ? Promise.reject(each) : Promise.resolve(each)),
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'abc',
      sendMessage: () => answers.shift()?.() ?? Promise.reject(new Error('asked too often')),
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function asked(repeatable: boolean) {
  const result = ask('status', {}, { repeatable });
  await vi.runAllTimersAsync();
  return result;
}

it('gives the answer', async () => {
  answering(answer);
  expect(await asked(true)).toEqual(answer);
});

it.each([true, false])(
  'asks again where the worker was stopped and heard nothing (repeatable: %s)',
  async (repeatable) => {
    answering(asleep, asleep, answer);
    expect(await asked(repeatable)).toEqual(answer);
  },
);

it('asks again after a lost answer only what may be done twice', async () => {
  answering(lost, undefined, answer);
  expect(await asked(true)).toEqual(answer);
  answering(lost, answer);
  expect(await asked(false)).toEqual({ kind: 'failed' });
});

it('gives up after a few tries', async () => {
  answering(asleep, asleep, asleep, asleep, answer);
  expect(await asked(true)).toEqual({ kind: 'failed' });
});

it('tells a refusal from a failure, and asks neither again', async () => {
  answering({ kind: 'invalid' });
  expect(await asked(true)).toEqual({ kind: 'refused' });
  answering({ kind: 'failed' });
  expect(await asked(true)).toEqual({ kind: 'failed' });
});

it('knows that its own extension is gone', async () => {
  answering(new Error('Extension context invalidated.'));
  expect(await asked(true)).toEqual({ kind: 'outdated' });
});
