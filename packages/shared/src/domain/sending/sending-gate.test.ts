import { expect, it } from 'vitest';

import { gateAfterRefusal, type SendingGate, type SendingRefusal } from './sending-gate.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const now = 100 * dayMs;

function refusal(change: Partial<SendingRefusal> = {}): SendingRefusal {
  return { at: now, sentAt: now - minuteMs, retryAt: null, evidenceId: null, ...change };
}

const first: SendingGate = gateAfterRefusal(null, refusal());

it('waits an hour where no time is named, and as long as is named where one is', () => {
  expect(first).toMatchObject({ until: now + hourMs, named: false, refusals: 1 });
  const named = gateAfterRefusal(null, refusal({ retryAt: now + 10 * minuteMs }));
  expect(named.until).toBeGreaterThan(now + 10 * minuteMs);
  expect(named.until).toBeLessThan(now + 11 * minuteMs);
  expect(named.named).toBe(true);
});

it('hears nothing new in notices about mail that left before the gate', () => {
  const late = refusal({ at: now + 5 * minuteMs, sentAt: now - 1 });
  expect(gateAfterRefusal(first, late)).toBe(first);
});

it('takes a later time that such a notice names, and never an earlier one', () => {
  const later = gateAfterRefusal(first, refusal({ retryAt: now + 5 * hourMs }));
  expect(later).toMatchObject({ named: true, refusals: 1 });
  expect(later.until).toBeGreaterThan(now + 5 * hourMs);
  expect(gateAfterRefusal(later, refusal({ retryAt: now + hourMs }))).toBe(later);
});

it('waits 15 minutes, doubling up to six hours, where mail is refused after its time', () => {
  let gate = first;
  const waits: number[] = [];
  for (let again = 0; again < 7; again += 1) {
    const sentAt = gate.until + minuteMs;
    gate = gateAfterRefusal(gate, refusal({ at: sentAt, sentAt }));
    waits.push((gate.until - sentAt) / minuteMs);
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 360, 360]);
});

it('is not opened earlier by mail that is sent while it stands', () => {
  const gate = gateAfterRefusal(first, refusal({ at: now + minuteMs, sentAt: now + 1 }));
  expect(gate.until).toBe(first.until);
  expect(gate.refusals).toBe(2);
});

it('begins anew after a day', () => {
  const at = now + dayMs;
  expect(gateAfterRefusal(first, refusal({ at, sentAt: at }))).toMatchObject({
    until: at + hourMs,
    refusals: 1,
  });
});
