import type { Account, Accounts } from '../accounts.ts';
import { mailboxesOf } from '../mail/addresses.ts';
import { asReceived } from './incoming.ts';
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
  /** Writes a notice to the sender. */
  notify(mail: Mail, recipient: string, notice: Notice): Promise<void>;
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

  /** `sender` is empty for notices (RFC 5321 section 4.5.5). */
  const arrive = (raw: Buffer, sender: string, account: Account): void => {
    account.deposit(asReceived(raw, { sender, recipient: account.address, at: clock() }), {
      labelIds: ['INBOX', 'UNREAD'],
    });
  };

  return {
    deliver: (mail, recipient) => {
      const account = accounts.get(recipient);
      if (!account) return false;
      // Gmail keeps a mail to oneself once, under both labels.
      const own = account.messages('SENT').find((sent) => sent.messageId === mail.messageId);
      if (own) account.relabel(own.id, { add: ['INBOX', 'UNREAD'] });
      else arrive(mail.raw, mail.sender.address, account);
      return true;
    },
    notify: async (mail, recipient, notice) => {
      const sender = mail.sender.address;
      const messageId = newMessageId('mx.google.com');
      const at = clock();
      const raw = await writeNotice({ notice, sender, recipient, original: mail, at, messageId });
      arrive(raw, '', mail.sender);
    },
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
      if (receiver) arrive(raw, address, receiver);
      return undefined;
    },
    complain: async (recipient, original) => {
      const sender = mailboxesOf(original.raw, ['from'])[0]?.address ?? '';
      const account = accounts.get(sender);
      if (!account) return;
      const messageId = newMessageId(domainOf(recipient));
      const request = { sender, recipient, original, at: clock(), messageId };
      arrive(await writeComplaint(request), '', account);
    },
  };
};
