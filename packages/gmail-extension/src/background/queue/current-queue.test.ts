import type { Grant } from '@postrider/shared/application/ports/authorization';
import type { Policy } from '@postrider/shared/application/ports/policy';
import type { RunOutcome } from '@postrider/shared/application/run-queue/queue-runner';
import { mailboxAddress } from '@postrider/shared/domain/ids';
import { beforeEach, expect, it } from 'vitest';

import { createCurrentQueue } from './current-queue.ts';

const ana = mailboxAddress('ana@acme.example');
const renewal = { kind: 'refresh-token', token: 'r' } as const;

let grant: Grant | null;
let policy: Policy;
let waiting: number;
let held: boolean;
let outcomes: RunOutcome[];
let runs: number;
let appointments: number[];

beforeEach(() => {
  grant = { account: ana, renewal, grantedAt: 0 };
  policy = {};
  waiting = 1;
  held = false;
  outcomes = [];
  runs = 0;
  appointments = [];
});

const running = (nextAt: number | null): RunOutcome => ({ nextAt, standing: { kind: 'running' } });
const idle: RunOutcome = { nextAt: null, standing: { kind: 'idle' } };

function queue() {
  const ofAna = {
    group: { account: ana, outbox: { open: async () => Array.from({ length: waiting }) } },
    runner: {
      run: async () => {
        runs += 1;
        return outcomes.shift() ?? idle;
      },
    },
  };
  return createCurrentQueue({
    grants: { read: async () => grant },
    policy: { read: async () => policy },
    newQueue: () => ofAna,
    times: { at: (instant) => void appointments.push(instant) },
    restore: async () => undefined,
    leaseMark: {
      read: async () => held,
      write: async (now) => {
        held = now;
      },
    },
    changed: () => undefined,
    clock: () => 1000,
  });
}

it('makes the appointment that the run names, and the worker stays for what is near', async () => {
  outcomes = [running(31_000)];
  const current = queue();
  await current.run();
  expect(appointments).toEqual([31_000]);
  expect([current.isSendingWithin(60_000), current.isSendingWithin(10_000)]).toEqual([true, false]);
});

it('gives the lease back as soon as the last mail has left, and asks nothing after that', async () => {
  outcomes = [running(null), idle];
  const current = queue();
  await current.run();
  expect([runs, held]).toEqual([2, false]);
  waiting = 0;
  await current.run();
  expect(runs).toBe(2);
});

it('gives back a lease that a worker which was ended had left', async () => {
  [waiting, held] = [0, true];
  await queue().run();
  expect([runs, held]).toEqual([1, false]);
});

it.each([
  ['has to be connected again', () => (grant = { account: ana, renewal: null, grantedAt: 0 })],
  ['was disconnected', () => (grant = null)],
  ['rests by the policy', () => (policy = { allowedDomains: ['globex.example'] })],
])('sends nothing where the mailbox %s', async (_what, change) => {
  const current = queue();
  change();
  await current.run();
  expect(runs).toBe(0);
  expect(current.isSendingWithin(60_000)).toBe(false);
});
