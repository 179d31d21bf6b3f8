import { expect, it } from 'vitest';

import { attributions, sureEnough, type AttributableMail, type NoticeClue } from './attribute.ts';

const hourMs = 3_600_000;
const kim = 'kim@initech.example';

function mail(no: number, change: Partial<AttributableMail> = {}): AttributableMail {
  return {
    messageId: `${no}@acme.example`,
    mailId: `mail-${no}`,
    threadId: `t${no}`,
    subject: 'Pricing',
    recipients: [kim],
    sentAt: no * hourMs,
    ...change,
  };
}

const nothing: NoticeClue = {
  messageId: null,
  references: [],
  mailId: null,
  subject: null,
  addresses: [],
  threadId: 'own',
  receivedAt: 100 * hourMs,
};

const best = (clue: Partial<NoticeClue>, mails: readonly AttributableMail[]) => {
  const [first] = attributions({ ...nothing, ...clue }, mails);
  return first && [first.mail.mailId, first.by, first.confidence >= sureEnough];
};

it.each([
  ['the returned Message-ID', { messageId: '2@acme.example' }, 'message-id'],
  ['our header', { mailId: 'mail-2' }, 'tracking-header'],
  ['a reference', { references: ['2@acme.example'] }, 'reference'],
  ['the thread and a recipient', { threadId: 't2', addresses: [kim] }, 'thread'],
  ['the thread alone', { threadId: 't2' }, 'thread'],
] as const)('is sure of %s', (_name, clue, by) => {
  expect(best(clue, [mail(1), mail(2), mail(3)])).toEqual(['mail-2', by, true]);
});

it('means the mail that it names and no neighbour in the thread', () => {
  const beside = [mail(1, { threadId: 't' }), mail(2, { threadId: 't' })];
  expect(best({ messageId: '9@acme.example', threadId: 't' }, beside)).toBeUndefined();
});

it('is sure of an address only where one mail went there lately', () => {
  expect(best({ addresses: [kim] }, [mail(1)])).toEqual(['mail-1', 'recipient', true]);
  expect(best({ addresses: [kim] }, [mail(1), mail(2)])).toEqual(['mail-2', 'recipient', false]);
  const old = mail(1, { sentAt: -100 * hourMs });
  expect(best({ addresses: [kim] }, [old, mail(2)])).toEqual(['mail-2', 'recipient', true]);
});

it('is helped by the subject, and held back by another one', () => {
  const mails = [mail(1, { subject: 'Offer' }), mail(2)];
  expect(best({ addresses: [kim], subject: ' offer ' }, mails)).toEqual([
    'mail-1',
    'recipient',
    true,
  ]);
  expect(best({ addresses: [kim], subject: 'Hello' }, [mail(1)])).toEqual([
    'mail-1',
    'recipient',
    false,
  ]);
});

it('is not sure of a thread in which nobody was written to who failed', () => {
  const clue = { threadId: 't1', addresses: ['lou@initech.example'] };
  expect(best(clue, [mail(1)])).toEqual(['mail-1', 'thread', false]);
});

it('is about no mail that left after it came', () => {
  expect(best({ messageId: '200@acme.example' }, [mail(200)])).toBeUndefined();
});
