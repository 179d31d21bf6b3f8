import type { StoredMessage } from '@postrider/sandbox/accounts';
import {
  backendError503,
  insufficientScope403,
  rateLimit429,
  tooManyConcurrent429,
} from '@postrider/sandbox/google-errors';
import { createGmailMailbox } from '@postrider/shared/adapters/gmail/gmail-mailbox';
import { branded } from '@postrider/shared/domain/brand';
import type { MailboxMessageId, MessageId, ThreadId } from '@postrider/shared/domain/ids';

import { type Acme, openAcme, receive } from './acme.ts';
import { ana } from './events.ts';
import type { MailboxSubject, Place, StoredMail, Struck, Trouble } from './mailbox-subject.ts';

const labels: Readonly<Record<Place, readonly string[]>> = {
  inbox: ['INBOX', 'UNREAD'],
  junk: ['SPAM'],
  trash: ['TRASH'],
  elsewhere: [],
};

/** Ana's mailbox at Gmail. */
export function openGmailSubject(acme: Acme = openAcme()): MailboxSubject {
  const { clock, wait, google, postOffice } = acme;
  const again: MailboxSubject['again'] = ({ fetch = acme.fetch, tokens = acme.tokens } = {}) =>
    createGmailMailbox({ fetch, tokens, clock, wait });
  return {
    provider: 'gmail',
    mailbox: acme.mailbox,
    again,
    fetch: acme.fetch,
    tokens: acme.tokens,
    wait,
    address: ana,
    rep: 'Ana Silva <ana@acme.example>',
    clock,
    postOffice,
    async pass(ms) {
      clock.pass(ms);
      await google.settle();
      await postOffice.settle();
    },
    receive(message, { place = 'inbox' } = {}) {
      const options = { labelIds: labels[place] };
      return storedMail(
        Buffer.isBuffer(message)
          ? acme.ana.deposit(message, options)
          : receive(acme.ana, message, options),
      );
    },
    saveDraft: (key, raw) => void google.web.saveDraft(acme.ana, key, raw),
    async send(key, raw) {
      const { id } = google.web.send(acme.ana, key, raw);
      const sent = acme.ana.find(id);
      if (sent === undefined) throw new Error('Nothing was sent.');
      return storedMail(sent);
    },
    inbox: () => acme.ana.messages('INBOX').map(storedMail),
    sent: () => acme.ana.messages('SENT').map(storedMail),
    drafts: () => acme.ana.messages('DRAFT').map(storedMail),
    left: () => postOffice.letters().length,
    throwAway: (id) => acme.ana.relabel(id, { add: ['TRASH'], remove: ['INBOX'] }),
    erase: (id) => acme.ana.erase(id),
    forgetChanges() {
      google.forgetHistory(acme.ana.address);
      return true;
    },
    expireToken: () => google.expireTokens(acme.ana.address),
    trouble(what, on = 'any', times = 1) {
      const after = what.kind === 'silence' && what.after === true;
      const match = (request: Request) => isStruck(request, on);
      google.faults.next({ match, times, response: answerTo(what), after });
    },
    endTrouble: () => google.faults.clear(),
    requests: () => google.log.all().length,
    close: () => acme.close(),
  };
}

function storedMail(message: StoredMessage): StoredMail {
  return {
    id: branded<MailboxMessageId>(message.id),
    threadId: branded<ThreadId>(message.threadId),
    messageId: branded<MessageId>(message.messageId.slice(1, -1)),
    receivedAt: message.internalDate,
    raw: message.raw,
  };
}

function isStruck(request: Request, on: Struck): boolean {
  const { pathname } = new URL(request.url);
  if (on === 'any') return true;
  if (on === 'create-draft') return request.method === 'POST' && pathname.endsWith('/drafts');
  // Gmail holds no mail.
  if (on === 'set-times') return false;
  if (on === 'send') return pathname.endsWith('/drafts/send');
  if (on === 'read') return pathname.includes('/messages/');
  return pathname.endsWith(`/messages/${on.message}`);
}

function answerTo(what: Trouble) {
  switch (what.kind) {
    case 'rate-limited':
      return what.retryAt === null
        ? { status: 429, body: { error: { message: 'Resource has been exhausted' } } }
        : rateLimit429(what.retryAt);
    case 'too-many-at-once':
      return tooManyConcurrent429();
    case 'sending-limit':
      return {
        status: 429,
        body: { error: { message: 'User-rate limit exceeded. (Mail sending)' } },
      };
    case 'server-error':
      return backendError503();
    case 'nonsense':
      return 'malformed-json' as const;
    case 'silence':
      return 'drop' as const;
    case 'revoked':
      return { status: 401, body: { error: { code: 401, message: 'Invalid Credentials' } } };
    case 'no-scope':
      return insufficientScope403();
  }
}
