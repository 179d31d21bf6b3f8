import { expect, it } from 'vitest';

import { branded } from '../../domain/brand.ts';
import type { EventId } from '../../domain/ids.ts';
import type { Decision } from '../ports/decision-log.ts';
import { suppressionList } from './suppression-list.ts';

const kim = 'kim@initech.example';
const evidence = branded<EventId>('bounce-1');

const suppressed = (decidedAt: number, eventId: EventId | null): Decision => ({
  v: 1,
  id: `s${decidedAt}`,
  decidedAt,
  by: eventId === null ? 'person' : 'product',
  why: '',
  kind: 'suppress',
  address: kim,
  because: eventId === null ? 'by-hand' : 'bounced',
  ...(eventId === null ? {} : { eventId }),
});

const freed = (decidedAt: number, eventIds: readonly EventId[]): Decision => ({
  v: 1,
  id: `u${decidedAt}`,
  decidedAt,
  by: 'person',
  why: '',
  kind: 'unsuppress',
  address: kim,
  eventIds,
});

const statuses = (...decisions: readonly Decision[]) =>
  suppressionList(decisions, []).map((one) => one.address);

it('the newest word about an address holds', () => {
  expect(statuses(suppressed(1, null), freed(2, []))).toEqual([]);
  expect(statuses(freed(1, []), suppressed(2, null))).toEqual([kim]);
});

it('what a person overruled stays overruled, also where another device saw it later', () => {
  expect(statuses(freed(1, [evidence]), suppressed(2, evidence))).toEqual([]);
  const other = branded<EventId>('bounce-2');
  expect(statuses(freed(1, [evidence]), suppressed(2, other))).toEqual([kim]);
});
