import { expect, it } from 'vitest';

import type { EventBody } from '../../domain/analytics/event.ts';
import { notice, person, sampleEvent } from '../gallery/sample-events.ts';
import { english } from '../messages/en.ts';
import { spoken } from '../text/sentence.ts';
import { entryWords } from './entry-words.ts';

const messages = english({ mail: 'Gmail', provider: 'Google' });
const kim = person('kim@globex.com', 'Kim Lee');
const doe = person('j.doe@initech.com');

function words(body: EventBody, who = kim) {
  const { fact, reason, tone } = entryWords(
    sampleEvent(body, { person: who }),
    messages,
    () => 'noon',
  );
  return { fact: spoken(fact).replaceAll(/[\u2068\u2069]/g, ''), reason, tone };
}

it('names who got a mail, and how many more', () => {
  expect(words({ kind: 'sent', recipients: [kim] }).fact).toBe('Sent to Kim Lee');
  expect(words({ kind: 'sent', recipients: [doe, kim, kim] }).fact).toBe(
    'Sent to j.doe@initech.com + 2 more',
  );
  expect(words({ kind: 'sent', recipients: [] }).fact).toBe('Sent');
});

it('tells a person from a machine', () => {
  expect(words({ kind: 'replied' })).toEqual({
    fact: 'Kim Lee replied',
    reason: null,
    tone: 'person',
  });
  expect(words({ kind: 'auto-replied' })).toMatchObject({
    fact: 'Automatic reply from Kim Lee',
    tone: 'machine',
  });
});

it('says why a mail bounced, with the code and who must act', () => {
  expect(words({ kind: 'bounced', bounce: notice() }, doe)).toEqual({
    fact: 'j.doe@initech.com bounced',
    reason: 'No such mailbox (550 5.1.1) · Check the address',
    tone: 'needs-you',
  });
});

it('invents no code', () => {
  const bounce = notice({ status: null, replyCode: null });
  expect(words({ kind: 'bounced', bounce }).reason).toBe('No such mailbox · Check the address');
});

it('says how long a delayed mail is still tried', () => {
  const bounce = notice({ category: 'temporarily-refused', status: '4.4.1', replyCode: '451' });
  expect(words({ kind: 'delayed', bounce, retryUntil: 1 }).reason).toMatch(
    /^Still trying until noon · .+ \(451 4\.4\.1\)$/,
  );
  expect(words({ kind: 'delayed', bounce, retryUntil: null }).reason).toMatch(/^Still trying · /);
});

it('says whose limit kept a mail back', () => {
  const detail = notice({ category: 'sender-limit', whoMustAct: 'rep' });
  expect(words({ kind: 'not-sent', reason: 'sender-limit', detail }).fact).toBe(
    "Not sent: Google's limit",
  );
});
