import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { type Leaving, updateWhenQuiet } from './update-when-quiet.ts';

let announce: () => void;
let reloads: number;
let stored: Record<string, unknown>;
let leaving: Leaving;
let isSending: boolean;

beforeEach(() => {
  reloads = 0;
  stored = {};
  leaving = [];
  isSending = false;
  vi.stubGlobal('chrome', {
    runtime: {
      reload: () => {
        reloads += 1;
      },
      onUpdateAvailable: {
        addListener: (listener: () => void) => {
          announce = listener;
        },
      },
    },
    storage: {
      session: {
        get: async () => stored,
        set: async (change: Record<string, unknown>) => {
          stored = { ...stored, ...change };
        },
        remove: async () => {
          stored = {};
        },
      },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const gate = (read = async () => leaving) =>
  updateWhenQuiet({ leaving: read, sending: async () => isSending, now: () => 1_000_000 });

it('takes an update at once where nothing leaves', async () => {
  gate();
  announce();
  await vi.waitFor(() => expect(reloads).toBe(1));
});

it('waits for a mail that is leaving, and remembers it in another worker', async () => {
  leaving = [{ changedAt: 999_000 }];
  gate();
  announce();
  await vi.waitFor(() => expect(stored).toEqual({ updateWaiting: true }));
  await gate().tryNow();
  expect(reloads).toBe(0);
  leaving = [];
  await gate().tryNow();
  expect(reloads).toBe(1);
});

it('does not wait for a departure that nobody heard the end of', async () => {
  leaving = [{ changedAt: 0 }];
  gate();
  announce();
  await vi.waitFor(() => expect(reloads).toBe(1));
});

it('takes it where the data cannot be read, and none where none waits', async () => {
  const broken = gate(() => Promise.reject(new Error('newer')));
  await broken.tryNow();
  expect(reloads).toBe(0);
  announce();
  await vi.waitFor(() => expect(reloads).toBe(1));
});

it('waits while the queue is about to send', async () => {
  isSending = true;
  const { tryNow } = gate();
  announce();
  await vi.waitFor(() => expect(stored).not.toEqual({}));
  await tryNow();
  expect(reloads).toBe(0);
  isSending = false;
  await tryNow();
  expect(reloads).toBe(1);
});
