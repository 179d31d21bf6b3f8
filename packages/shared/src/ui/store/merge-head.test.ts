import { expect, it } from 'vitest';

import { sampleEvent } from '../gallery/sample-events.ts';
import { appendPage, mergeHead } from './merge-head.ts';

const at = (occurredAt: number) => sampleEvent({ kind: 'replied' }, { occurredAt });
const [e1, e2, e3, e4] = [at(1), at(2), at(3), at(4)];

it('puts new entries on top and keeps what is below', () => {
  expect(mergeHead([e2, e1], [e4, e3, e2])).toEqual([e4, e3, e2, e1]);
});

it('takes in an entry that was seen late', () => {
  expect(mergeHead([e4, e2, e1], [e4, e3, e2])).toEqual([e4, e3, e2, e1]);
});

it('drops what the head no longer holds, and what it corrects further down', () => {
  expect(mergeHead([e4, e3, e2, e1], [e4, e2])).toEqual([e4, e2, e1]);
  const correction = sampleEvent({ kind: 'replied' }, { occurredAt: 5, supersedes: e1.id });
  expect(mergeHead([e3, e2, e1], [correction, e3])).toEqual([correction, e3, e2]);
});

it('gives back the same list where nothing changed', () => {
  const loaded = [e3, e2, e1];
  expect(mergeHead(loaded, [{ ...e3 }, { ...e2 }])).toBe(loaded);
});

it('appends a page without what is there already', () => {
  expect(appendPage([e4, e3], [e3, e2])).toEqual([e4, e3, e2]);
});
