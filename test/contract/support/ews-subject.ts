import { EwsError, EwsFault, serverBusy, tooManyConnections } from '@postrider/sandbox/ews-errors';
import { itemIdOf } from '@postrider/sandbox/ews-ids';
import type { ExchangeItem } from '@postrider/sandbox/exchange-mailbox';
import { createEwsMailbox } from '@postrider/shared/adapters/ews/ews-mailbox';
import type { AskEws } from '@postrider/shared/adapters/ews/ews-reply';
import { branded } from '@postrider/shared/domain/brand';
import {
  mailboxAddress,
  type MailboxMessageId,
  type MessageId,
  type ThreadId,
} from '@postrider/shared/domain/ids';

import type { MailboxSubject, Place, StoredMail, Struck, Trouble } from './mailbox-subject.ts';
import { askBy, openWoodgrove, type Woodgrove } from './woodgrove.ts';

const address = mailboxAddress('omar@woodgrove.example');

const folders: Readonly<Record<Place, string>> = {
  inbox: 'inbox',
  junk: 'junkemail',
  trash: 'deleteditems',
  elsewhere: 'Customers',
};

/** Office's code where the add-in lacks a permission. */
const noPermission = 7000;

/** Omar's mailbox on the company's own Exchange Server. */
export function openEwsSubject(woodgrove: Woodgrove = openWoodgrove()): MailboxSubject {
  const { clock, wait, server, postOffice, omar } = woodgrove;
  omar.addFolder(folders.elsewhere);
  const tokens = {
    token: async () => ({ kind: 'ok', value: 'Outlook has its own' }) as const,
    reject: async () => {},
  };
  /** Troubles of single messages, and those that Outlook itself makes. */
  const own: { readonly on: Struck; readonly what: Trouble; left: number }[] = [];

  const asked = (fetch: typeof globalThis.fetch): AskEws => {
    const ask = askBy(fetch);
    return async (soap) => {
      const met = own.find((one) => one.left > 0 && isAbout(soap, one.on));
      if (met === undefined) return ask(soap);
      met.left -= 1;
      if (met.what.kind === 'no-scope') {
        return { kind: 'failed', code: noPermission, message: 'You don’t have permission.' };
      }
      server.faults.next({ response: faultOf(met.what, clock()) });
      return ask(soap);
    };
  };
  const isAbout = (soap: string, on: Struck) => {
    if (typeof on === 'string') return isOperation(/<m:(\w+)/.exec(soap)?.[1] ?? '', on);
    const item = itemOf(on.message);
    return (
      soap.includes('<m:GetItem>') && item !== undefined && soap.includes(itemIdOf(omar, item))
    );
  };
  const itemOf = (id: string) => omar.items().find((item) => storedMail(item).id === id);
  const again: MailboxSubject['again'] = ({ fetch = woodgrove.fetch } = {}) =>
    createEwsMailbox({ ask: asked(fetch), account: address, clock, wait });

  function storedMail(item: ExchangeItem): StoredMail {
    const isSent = item.folderId === omar.folder('sentitems')?.id;
    const second = Math.floor(item.receivedAt / 1000);
    return {
      id: branded<MailboxMessageId>(
        isSent ? `sent:${item.messageId}` : `received:${second}:${item.messageId}`,
      ),
      threadId: branded<ThreadId>(item.conversationId),
      messageId: branded<MessageId>(item.messageId.slice(1, -1)),
      receivedAt: item.receivedAt,
      raw: item.raw,
    };
  }

  return {
    provider: 'ews',
    mailbox: again(),
    again,
    fetch: woodgrove.fetch,
    tokens,
    wait,
    address,
    rep: 'Omar Haddad <omar@woodgrove.example>',
    clock,
    postOffice,
    pass: woodgrove.pass,
    receive(message, { place = 'inbox' } = {}) {
      const raw = Buffer.isBuffer(message)
        ? message
        : Buffer.from(`${message.join('\r\n')}\r\n\r\nHello\r\n`);
      return storedMail(omar.create(raw, { folder: folders[place] }));
    },
    saveDraft: (_key, raw) => void omar.create(raw, { folder: 'drafts', draft: true }),
    async send(_key, raw) {
      const { id } = omar.create(raw, { folder: 'drafts', draft: true });
      const outcome = await omar.submit(id);
      const item = omar.find(id);
      if (outcome.kind !== 'left' || item === undefined) throw new Error(outcome.kind);
      return storedMail(item);
    },
    inbox: () => omar.items('inbox').map(storedMail),
    sent: () => omar.items('sentitems').map(storedMail),
    drafts: () => [...omar.items('drafts'), ...omar.items('outbox')].map(storedMail),
    left: () => postOffice.letters().length,
    throwAway(id) {
      const item = itemOf(id);
      if (item) omar.update(item.id, { folderId: folders.trash });
    },
    erase(id) {
      const item = itemOf(id);
      if (item) omar.erase(item.id);
    },
    forgetChanges: () => false,
    expireToken: () => {},
    trouble(what, on = 'any', times = 1) {
      if (what.kind === 'no-scope' || typeof on !== 'string') {
        own.push({ on, what, left: times });
        return;
      }
      server.faults.next({
        match: ({ operation }) => isOperation(operation, on),
        times,
        response: faultOf(what, clock()),
        after: what.kind === 'silence' && what.after === true,
      });
    },
    endTrouble() {
      own.length = 0;
      server.faults.clear();
    },
    requests: () => server.log.count(),
    close: () => woodgrove.close(),
  };
}

const operations = {
  'create-draft': 'CreateItem',
  'set-times': 'UpdateItem',
  send: 'SendItem',
  read: 'GetItem',
} as const;

function isOperation(operation: string, on: Extract<Struck, string>): boolean {
  return on === 'any' || operation === operations[on];
}

function faultOf(what: Exclude<Trouble, { readonly kind: 'no-scope' }>, now: number) {
  switch (what.kind) {
    case 'rate-limited':
      return what.retryAt === null
        ? new EwsFault('ErrorServerBusy', 'The server cannot service this request right now.')
        : serverBusy(what.retryAt - now);
    case 'too-many-at-once':
      return tooManyConnections();
    case 'sending-limit':
      return new EwsError('ErrorSubmissionQuotaExceeded', 'The submission quota was exceeded.');
    case 'server-error':
      return new EwsFault('ErrorInternalServerError', 'An internal server error occurred.');
    case 'nonsense':
      return 'malformed-xml' as const;
    case 'silence':
      return 'drop' as const;
    case 'revoked':
      return { status: 401, body: '' };
    default:
      return what satisfies never;
  }
}
