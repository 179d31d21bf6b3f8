import { createHash } from 'node:crypto';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { branded } from '../brand.ts';
import type { MailboxAddress, MailboxMessageId } from '../ids.ts';
import { eventId, type EventIdentity } from './event-id.ts';

const identity: EventIdentity = {
  mailbox: branded<MailboxAddress>('ana@acme.com'),
  kind: 'bounced',
  evidenceId: branded<MailboxMessageId>('18c0ffee18c0ffee'),
  recipient: 'kim@initech.com',
};

test('is the first half of SHA-256 over the four parts, so another program can compute it', () => {
  const expected = createHash('sha256')
    .update('["ana@acme.com","bounced","18c0ffee18c0ffee","kim@initech.com"]')
    .digest()
    .subarray(0, 16)
    .toString('base64url');
  expect(eventId(identity)).toBe(expected);
  expect(eventId(identity)).toHaveLength(22);
});

test('differs as soon as one part differs', () => {
  const others: EventIdentity[] = [
    { ...identity, mailbox: branded<MailboxAddress>('ben@acme.com') },
    { ...identity, kind: 'delayed' },
    { ...identity, evidenceId: branded<MailboxMessageId>('18c0ffee18c0ffef') },
    { ...identity, recipient: null },
    { ...identity, recipient: '' },
  ];
  expect(new Set([identity, ...others].map(eventId)).size).toBe(6);
});

test('cannot be forged by moving characters from one part to the next', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (left, middle, right) => {
      fc.pre(middle !== '');
      const one = {
        ...identity,
        evidenceId: branded<MailboxMessageId>(left + middle),
        recipient: right,
      };
      const two = {
        ...identity,
        evidenceId: branded<MailboxMessageId>(left),
        recipient: middle + right,
      };
      expect(eventId(one)).not.toBe(eventId(two));
    }),
  );
});
