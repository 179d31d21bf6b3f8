import type { Account, Accounts, StoredMessage } from '../accounts.ts';
import { mailboxesOf } from '../mail/addresses.ts';
import { asReceived, provenSender, type Way } from './arrival/as-received.ts';
import type { ToldNotice } from './deliveries.ts';
import {
  credentialsOf,
  writeForCompany,
  type ExchangeTelling,
} from './exchange/write-for-company.ts';
import type { Letter, Mail } from './letter.ts';
import { writeAnswer } from './notices/answer.ts';
import { writeComplaint } from './notices/complaint.ts';
import { domainOf, type Notice } from './notices/notice.ts';
import { writeNotice } from './notices/write-notice.ts';

/** Who answers a letter; without a name, the account's own or the address's first half. */
export type Person = { readonly address: string; readonly name?: string | undefined };

/** Puts mail into accounts' inboxes, and writes what machines and people write back. */
export type Postman = {
  /** True when the recipient is an account of the sandbox and has the mail now. */
  deliver(mail: Mail, recipient: string): boolean;
  /** Google writes a notice to the sender. */
  notify(
    mail: Mail,
    recipient: string,
    notice: Notice,
    from?: 'google' | 'google-inside',
  ): Promise<ToldNotice>;
  /** The Exchange of the recipient's company writes one. */
  notifyByExchange(telling: Omit<ExchangeTelling, 'at' | 'messageId'>): Promise<ToldNotice>;
  /** Puts what came from outside into an account, as Gmail would. */
  bring(
    raw: Buffer,
    account: Account,
    way: Omit<Way, 'recipient' | 'at'>,
    folder?: string,
  ): StoredMessage;
  /** Writes an answer. One from an account is a mail of its own, which is given back to be sent. */
  answer(
    person: Person,
    letter: Letter,
    text: string,
    automatic: boolean,
  ): Promise<Mail | undefined>;
  /** Reports to the sender that a recipient calls the mail spam. */
  complain(from: string, letter: Letter): Promise<void>;
};

/** A postman for these accounts. */
export const createPostman = (clock: () => number, accounts: Accounts): Postman => {
  let written = 0;

  const newMessageId = (domain: string): string => {
    written += 1;
    return `<${clock().toString(16)}.${written}@${domain}>`;
  };

  const bring: Postman['bring'] = (raw, account, way, folder = 'INBOX') =>
    account.deposit(asReceived(raw, { ...way, recipient: account.address, at: clock() }), {
      labelIds: [folder, 'UNREAD'],
    });

  return {
    deliver: (mail, recipient) => {
      const account = accounts.get(recipient);
      if (!account) return false;
      // Gmail keeps a mail to oneself once, under both labels.
      const own = account.messages('SENT').find((sent) => sent.messageId === mail.messageId);
      if (own) account.relabel(own.id, { add: ['INBOX', 'UNREAD'] });
      else bring(mail.raw, account, { from: provenSender(mail.sender.address) });
      return true;
    },
    notify: async (mail, recipient, notice, from = 'google') => {
      const sender = mail.sender.address;
      const messageId = newMessageId('mx.google.com');
      const at = clock();
      const raw = await writeNotice({ notice, sender, recipient, original: mail, at, messageId });
      bring(raw, mail.sender, { from });
      return { by: 'gmail', messageId, status: notice.status };
    },
    notifyByExchange: async (telling) => {
      const { behaviour, mail, recipient } = telling;
      const messageId = newMessageId(`exchange.${domainOf(recipient)}`);
      const { raw, status } = await writeForCompany({ ...telling, at: clock(), messageId });
      bring(raw, mail.sender, { from: credentialsOf(behaviour, recipient) });
      return { by: behaviour.kind, messageId, status };
    },
    bring,
    answer: async ({ address, name }, original, text, automatic) => {
      const account = accounts.get(address);
      const from = { address, name: name ?? account?.name ?? address.replace(/@.*/, '') };
      const to =
        mailboxesOf(original.raw, ['reply-to'])[0] ?? mailboxesOf(original.raw, ['from'])[0];
      if (!to) return undefined;
      const at = clock();
      const messageId = newMessageId(domainOf(address));
      const request = { from, to: to.address, original, text, at, messageId, automatic };
      const raw = await writeAnswer(request);
      if (account) {
        account.deposit(raw, { labelIds: ['SENT'] });
        return { raw, messageId, sender: account, sentAt: at };
      }
      const receiver = accounts.get(to.address);
      if (receiver) bring(raw, receiver, { from: provenSender(address) });
      return undefined;
    },
    complain: async (recipient, original) => {
      const sender = mailboxesOf(original.raw, ['from'])[0]?.address ?? '';
      const account = accounts.get(sender);
      if (!account) return;
      const messageId = newMessageId(domainOf(recipient));
      const request = { sender, recipient, original, at: clock(), messageId };
      // Reports of machines have no envelope sender (RFC 5321 section 4.5.5).
      const from = { ...provenSender(recipient), envelopeFrom: '' };
      bring(await writeComplaint(request), account, { from });
    },
  };
};
