import { mailboxesOf } from '../mail/addresses.ts';
import { provenSender } from './arrival/proven-sender.ts';
import type { AddressBook } from './boxes/address-book.ts';
import type { ToldNotice } from './deliveries.ts';
import { ownServer, writeOwnNotice, type OwnNoticeForm } from './exchange/own/write-own-notice.ts';
import {
  credentialsOf,
  writeForCompany,
  type ExchangeTelling,
} from './exchange/write-for-company.ts';
import type { Letter, Mail } from './letter.ts';
import { writeAnswer } from './notices/answer.ts';
import { writeComplaint } from './notices/complaint.ts';
import { domainOf } from './notices/notice.ts';
import { gmailNoticeOf } from './notices/own-trouble.ts';
import { writeNotice } from './notices/write-notice.ts';
import type { Trouble } from './trouble.ts';

/** Who answers a letter; without a name, the mailbox's own or the address's first half. */
export type Person = { readonly address: string; readonly name?: string | undefined };

/** Puts mail into mailboxes, and writes what machines and people write back. */
export type Postman = {
  /** True when the recipient has a mailbox in the sandbox and the mail is in it now. */
  deliver(mail: Mail, recipient: string): boolean;
  /** The sender's own system writes a notice to the sender. */
  notify(mail: Mail, recipient: string, trouble: Trouble): Promise<ToldNotice>;
  /** The Exchange of the recipient's company writes one. */
  notifyByExchange(telling: Omit<ExchangeTelling, 'at' | 'messageId'>): Promise<ToldNotice>;
  /** Writes an answer. One from a mailbox of the sandbox is a mail of its own, which is given back to be sent. */
  answer(
    person: Person,
    letter: Letter,
    text: string,
    automatic: boolean,
  ): Promise<Mail | undefined>;
  /** Reports to the sender that a recipient calls the mail spam. */
  complain(from: string, letter: Letter): Promise<void>;
};

/** A postman for the people in this book. `ownNotices`: in what form Exchange writes to its own mailboxes. */
export const createPostman = (
  clock: () => number,
  book: AddressBook,
  ownNotices: OwnNoticeForm,
): Postman => {
  let written = 0;

  const newMessageId = (domain: string): string => {
    written += 1;
    return `<${clock().toString(16)}.${written}@${domain}>`;
  };

  const notifyByGmail = async (
    mail: Mail,
    recipient: string,
    trouble: Trouble,
  ): Promise<ToldNotice> => {
    const notice = gmailNoticeOf(trouble, recipient);
    const sender = mail.sender.address;
    const messageId = newMessageId('mx.google.com');
    const at = clock();
    const raw = await writeNotice({ notice, sender, recipient, original: mail, at, messageId });
    const inside =
      trouble.kind === 'sender-limit' &&
      trouble.limit.by === 'gmail' &&
      trouble.limit.form === 'inside';
    mail.sender.receive(raw, { kind: 'own-system', inside });
    return { by: 'gmail', messageId, status: notice.status };
  };

  return {
    deliver: (mail, recipient) => {
      const box = book.get(recipient);
      box?.receive(mail.raw, { kind: 'mailbox', sender: mail.sender });
      return box !== undefined;
    },
    notify: async (mail, recipient, trouble) => {
      const { system, address: sender } = mail.sender;
      if (system === 'gmail') return notifyByGmail(mail, recipient, trouble);
      const messageId = newMessageId(ownServer(system, sender));
      const { raw, status } = await writeOwnNotice({
        system,
        trouble,
        sender,
        recipient,
        original: mail,
        at: clock(),
        messageId,
        form: ownNotices,
      });
      mail.sender.receive(raw, { kind: 'own-system' });
      return { by: system, messageId, status };
    },
    notifyByExchange: async (telling) => {
      const { behaviour, mail, recipient } = telling;
      const messageId = newMessageId(`exchange.${domainOf(recipient)}`);
      const { raw, status } = await writeForCompany({ ...telling, at: clock(), messageId });
      const credentials = credentialsOf(behaviour, recipient);
      mail.sender.receive(raw, { kind: 'outside', credentials });
      return { by: behaviour.kind, messageId, status };
    },
    answer: async ({ address, name }, original, text, automatic) => {
      const box = book.get(address);
      const from = { address, name: name ?? box?.name ?? address.replace(/@.*/, '') };
      const to =
        mailboxesOf(original.raw, ['reply-to'])[0] ?? mailboxesOf(original.raw, ['from'])[0];
      if (!to) return undefined;
      const at = clock();
      const messageId = newMessageId(domainOf(address));
      const request = { from, to: to.address, original, text, at, messageId, automatic };
      const raw = await writeAnswer(request);
      if (box) {
        // Exchange keeps no copy of an automatic answer in Sent Items.
        if (!automatic || box.system === 'gmail') box.fileSent(raw);
        return { raw, messageId, sender: box, sentAt: at };
      }
      const credentials = provenSender(address);
      book.get(to.address.toLowerCase())?.receive(raw, { kind: 'outside', credentials });
      return undefined;
    },
    complain: async (recipient, original) => {
      const sender = mailboxesOf(original.raw, ['from'])[0]?.address ?? '';
      const box = book.get(sender.toLowerCase());
      if (!box) return;
      const messageId = newMessageId(domainOf(recipient));
      const request = { sender, recipient, original, at: clock(), messageId };
      // Reports of machines have no envelope sender (RFC 5321 section 4.5.5).
      const credentials = { ...provenSender(recipient), envelopeFrom: '' };
      box.receive(await writeComplaint(request), { kind: 'outside', credentials });
    },
  };
};
