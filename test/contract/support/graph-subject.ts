import type { ExchangeItem, ExchangeMailbox } from '@postrider/sandbox/exchange-mailbox';
import { graphError } from '@postrider/sandbox/graph-errors';
import { messageIdOf } from '@postrider/sandbox/graph-ids';
import { createGraphMailbox } from '@postrider/shared/adapters/graph/graph-mailbox';
import { branded } from '@postrider/shared/domain/brand';
import {
  mailboxAddress,
  type MailboxMessageId,
  type MessageId,
  type ThreadId,
} from '@postrider/shared/domain/ids';

import { type Adatum, openAdatum, type AdatumSwitches } from './adatum.ts';
import type { MailboxSubject, StoredMail, Struck, Trouble } from './mailbox-subject.ts';

/** Eva's mailbox on Exchange Online. */
export function openGraphSubject(
  switches: AdatumSwitches = {},
  adatum: Adatum = openAdatum(switches),
): MailboxSubject {
  const { clock, wait, microsoft, postOffice, eva } = adatum;
  const mine = eva.addFolder('Customers').id;
  const again: MailboxSubject['again'] = ({ fetch = adatum.fetch, tokens = adatum.tokens } = {}) =>
    createGraphMailbox({ fetch, tokens, clock, wait });
  const folders = { inbox: 'inbox', junk: 'junkemail', trash: 'deleteditems', elsewhere: mine };
  return {
    provider: 'graph',
    mailbox: adatum.mailbox,
    again,
    fetch: adatum.fetch,
    tokens: adatum.tokens,
    wait,
    address: mailboxAddress(eva.address),
    rep: 'Eva Brandt <eva@adatum.example>',
    clock,
    postOffice,
    pass: (ms) => adatum.pass(ms),
    receive(message, { place = 'inbox' } = {}) {
      const raw = Buffer.isBuffer(message)
        ? message
        : Buffer.from([...message, '', 'text', ''].join('\r\n'));
      return storedMail(eva.create(raw, { folder: folders[place] }));
    },
    saveDraft: (_key, raw) => void eva.create(raw, { folder: 'drafts', draft: true }),
    async send(_key, raw) {
      const { id } = eva.create(raw, { folder: 'drafts', draft: true });
      await eva.submit(id);
      return storedMail(itemOf(eva, id));
    },
    inbox: () => eva.items('inbox').map(storedMail),
    sent: () => eva.items('sentitems').map(storedMail),
    drafts: () =>
      eva
        .items()
        .filter(({ isDraft }) => isDraft)
        .map(storedMail),
    left: () => postOffice.letters().length,
    throwAway: (id) => void eva.update(itemNamed(eva, id).id, { folderId: 'deleteditems' }),
    erase: (id) => eva.erase(itemNamed(eva, id).id),
    forgetChanges() {
      microsoft.forgetDelta(eva.address);
      return true;
    },
    expireToken: () => microsoft.expireTokens(eva.address),
    trouble(what, on = 'any', times = 1) {
      const after = what.kind === 'silence' && what.after === true;
      const match = (request: Request) => isStruck(request, on);
      microsoft.faults.next({ match, times, response: answerTo(what, clock()), after });
    },
    endTrouble: () => microsoft.faults.clear(),
    requests: () => microsoft.log.all().length,
    close: () => adatum.close(),
  };
}

function storedMail(item: ExchangeItem): StoredMail {
  return {
    id: branded<MailboxMessageId>(messageIdOf(item, true)),
    threadId: branded<ThreadId>(item.conversationId),
    messageId: branded<MessageId>(item.messageId.slice(1, -1)),
    receivedAt: item.receivedAt,
    raw: item.raw,
  };
}

function itemOf(mailbox: ExchangeMailbox, id: string): ExchangeItem {
  const item = mailbox.find(id);
  if (item === undefined) throw new Error('The mailbox has no such item.');
  return item;
}

function itemNamed(mailbox: ExchangeMailbox, graphId: string): ExchangeItem {
  const item = mailbox.items().find((one) => messageIdOf(one, true) === graphId);
  if (item === undefined) throw new Error('The mailbox has no such item.');
  return item;
}

function isStruck(request: Request, on: Struck): boolean {
  const { pathname } = new URL(request.url);
  if (on === 'any') return true;
  if (on === 'create-draft') return request.method === 'POST' && pathname === '/v1.0/me/messages';
  if (on === 'set-times') return request.method === 'PATCH';
  if (on === 'send') return pathname.endsWith('/send');
  const one = /^\/v1\.0\/me\/messages\/([^/]+)$/.exec(pathname)?.[1];
  if (request.method !== 'GET' || one === undefined) return false;
  return on === 'read' || decodeURIComponent(one) === on.message;
}

function answerTo(what: Trouble, now: number) {
  switch (what.kind) {
    case 'rate-limited':
      return graphError(
        429,
        'TooManyRequests',
        'Too many requests.',
        what.retryAt === null ? {} : { 'retry-after': String((what.retryAt - now) / 1000) },
      );
    case 'too-many-at-once':
      return graphError(
        429,
        'ApplicationThrottled',
        'Application is over its MailboxConcurrency limit.',
      );
    case 'sending-limit':
      return graphError(403, 'ErrorSubmissionQuotaExceeded', 'The quota was exceeded.');
    case 'server-error':
      return graphError(503, 'ErrorServerBusy', 'The server is busy.');
    case 'nonsense':
      return 'malformed-json' as const;
    case 'silence':
      return 'drop' as const;
    case 'revoked':
      return graphError(401, 'InvalidAuthenticationToken', 'Access token validation failure.');
    case 'no-scope':
      return graphError(403, 'ErrorAccessDenied', 'Access is denied.');
  }
}
