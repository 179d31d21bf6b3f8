import { expect, it } from 'vitest';

import { leavingMail } from '../gallery/panel-scenes.ts';
import { person, sampleEvent } from '../gallery/sample-events.ts';
import { type Row, rowsOf } from './rows.ts';

const now = new Date(2026, 10, 23, 14, 30).getTime();
const on = (day: number, hour: number) =>
  sampleEvent({ kind: 'replied' }, { occurredAt: new Date(2026, 10, day, hour).getTime() });

function daysOf(rows: readonly Row[]): readonly (string | null)[] {
  return rows.map((row) => (row.kind === 'event' ? (row.day?.kind ?? null) : row.kind));
}

it('heads each day once', () => {
  const rows = rowsOf(
    [on(23, 14), on(23, 0), on(22, 23), on(20, 9), on(20, 8), on(19, 8)],
    [],
    now,
  );
  expect(daysOf(rows)).toEqual(['today', null, 'yesterday', 'date', null, 'date']);
});

it('puts what is leaving first', () => {
  expect(daysOf(rowsOf([on(23, 14)], [leavingMail(now)], now))).toEqual(['leaving', 'today']);
});

it('files what a fast clock dated tomorrow under today', () => {
  expect(daysOf(rowsOf([on(24, 1), on(23, 9)], [], now))).toEqual(['today', null]);
});

const sent = (recipient: ReturnType<typeof person>) =>
  sampleEvent({ kind: 'sent', recipients: [recipient] }, { occurredAt: now });

it('calls a recipient by the name that their own mail gave', () => {
  const kim = person('kim@globex.com', 'Kim Lee');
  const recipients = (recipient: ReturnType<typeof person>) =>
    rowsOf([sampleEvent({ kind: 'replied' }, { person: kim }), sent(recipient)], [], now).map(
      (row) => row.kind === 'event' && row.event.kind === 'sent' && row.event.recipients,
    )[1];
  expect(recipients(person('Kim@Globex.com'))).toEqual([person('Kim@Globex.com', 'Kim Lee')]);
  expect(recipients(person('kim@globex.com', 'Kim'))).toEqual([person('kim@globex.com', 'Kim')]);
  expect(recipients(person('lou@globex.com'))).toEqual([person('lou@globex.com')]);
});
