import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Asked } from '../../bus/ask.ts';
import { deliverer } from './deliver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const mail = (draftKey: string) => ({ account: 'ana@acme.example', draftKey });

it('goes on until the worker has taken it, and keeps the order', async () => {
  const taken: string[] = [];
  let failures = 4;
  const ask = (kind: string): Promise<Asked<null>> => {
    if (kind === 'compose-opened' && failures > 0) {
      failures -= 1;
      return Promise.resolve({ kind: 'failed' });
    }
    taken.push(kind);
    return Promise.resolve({ kind: 'ok', value: null });
  };
  const deliver = deliverer(ask, new AbortController().signal);
  deliver('compose-opened', mail('msg-a:r1'));
  deliver('compose-not-sent', mail('msg-a:r1'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(taken).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taken).toEqual(['compose-opened', 'compose-not-sent']);
});

it('does not repeat what the worker will never take', async () => {
  let asks = 0;
  const deliver = deliverer(() => {
    asks += 1;
    return Promise.resolve({ kind: 'refused' });
  }, new AbortController().signal);
  deliver('compose-opened', mail('msg-a:r1'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asks).toBe(1);
});

it('ends with the page', async () => {
  let asks = 0;
  const page = new AbortController();
  const deliver = deliverer(() => {
    asks += 1;
    return Promise.resolve({ kind: 'failed' });
  }, page.signal);
  deliver('compose-opened', mail('msg-a:r1'));
  await vi.advanceTimersByTimeAsync(1500);
  page.abort();
  const before = asks;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asks).toBe(before);
});
