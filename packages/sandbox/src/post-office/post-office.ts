import type { Account, Accounts, StoredMessage } from '../accounts.ts';
import { createLater, type Timers, type Waiting } from '../later.ts';
import { recipientsOf } from '../mail/addresses.ts';
import { rawHeader } from '../mail/headers.ts';
import { patience, refusals, type Behaviour } from './behaviours.ts';
import { createCourses } from './courses.ts';
import {
  createDeliveryBook,
  type Delivery,
  type DeliveryStatus,
  type ToldNotice,
} from './deliveries.ts';
import type { Letter, Mail } from './letter.ts';
import { delay } from './notices/delay.ts';
import { expired } from './notices/expired.ts';
import { domainOf } from './notices/notice.ts';
import { senderLimitNotices, type SenderLimitForm } from './notices/sender-limit.ts';
import { wayOfOutsider, type Outsider } from './outsider.ts';
import { createPostman, type Person } from './postman.ts';

/** Delivers between the sandbox's accounts, and plays the rest of the world. */
export type PostOffice = {
  /** Takes a mail from an account and delivers, refuses or delays it for each recipient. */
  submit(sender: Account, letter: Letter): Promise<void>;
  /** Decides what an address does from now on. */
  behave(address: string, behaviour: Behaviour): void;
  /** Google stops all mail of this sender (it stays in Sent) and tells so in this form, or lets it pass again. */
  limitSender(address: string, limited: boolean, form?: SenderLimitForm): void;
  /** Somebody outside delivers any message into an account; Gmail stamps on it what it could check. */
  outsider(raw: Buffer, from: Outsider): StoredMessage;
  /** A person answers a mail: an account of the sandbox, or anybody outside. */
  reply(from: string, letter: Letter, text: string): Promise<void>;
  /** A person calls a mail spam, and the provider reports it to the sender. */
  complain(from: string, letter: Letter): Promise<void>;
  /** What happened to every mail, oldest first. */
  deliveries(): readonly Delivery[];
  /** The newest word on a mail (Message-ID with brackets) for one recipient. */
  delivery(messageId: string, recipient: string): Delivery | undefined;
  /** Every mail that was submitted, with its sender's address. */
  letters(): readonly (Letter & { readonly sender: string })[];
  /** The next step of what waits for this address (or for all) happens now: a delay notice, then the end. */
  expire(address?: string): Promise<void>;
  /** Lets `ms` pass for everything that waits. */
  advance(ms: number): Promise<void>;
  /** Carries out what the clock has made due. */
  settle(): Promise<void>;
  close(): void;
};

// RFC 3834 section 2: what a machine wrote is not answered, or two machines would never end.
const isAutomatic = ({ raw }: Letter): boolean => rawHeader(raw, 'Auto-Submitted') !== undefined;

const isAnswer = ({ raw }: Letter): boolean => rawHeader(raw, 'In-Reply-To') !== undefined;

/** Opens a post office. `worldMs`: how long the world takes to answer (0 = before `submit` resolves). */
export const createPostOffice = (options: {
  clock: () => number;
  accounts: Accounts;
  worldMs?: number;
  timers?: Timers;
}): PostOffice => {
  const { clock, accounts, worldMs = 0 } = options;
  const later = createLater(options);
  const postman = createPostman(clock, accounts);
  const book = createDeliveryBook();
  const behaviours = new Map<string, Behaviour>();
  const limited = new Map<string, SenderLimitForm>();
  const letters: (Letter & { sender: string })[] = [];
  const steps = new Set<{ recipient: string; waiting: Waiting }>();

  const behaviourOf = (address: string): Behaviour => {
    const ours = accounts.all().some((account) => domainOf(account.address) === domainOf(address));
    return (
      behaviours.get(address) ??
      (ours && !accounts.get(address) ? { kind: 'unknown-user' } : { kind: 'accepts' })
    );
  };

  const note = (
    mail: Mail,
    recipient: string,
    status: DeliveryStatus,
    because: string,
    notice?: ToldNotice,
  ): void => {
    const { sender, messageId } = mail;
    const line = { at: clock(), sender: sender.address, messageId, recipient, status, because };
    book.add(notice === undefined ? line : { ...line, notice });
  };

  const step = (dueAt: number, recipient: string, run: (at: number) => Promise<void>): void => {
    const waiting = later.at(dueAt, async (at) => {
      steps.delete(entry);
      await run(at);
    });
    const entry = { recipient, waiting };
    steps.add(entry);
  };

  const deliver = (mail: Mail, recipient: string, because: string): void => {
    const inside = postman.deliver(mail, recipient);
    note(mail, recipient, inside ? 'delivered' : 'accepted', because);
  };

  const answer = async (person: Person, letter: Letter, text: string, automatic: boolean) => {
    const mail = await postman.answer(person, letter, text, automatic);
    if (mail) accept(mail);
  };

  const courses = createCourses({ postman, note, step, deliver });

  const handle = async (mail: Mail, recipient: string, at: number): Promise<void> => {
    const limit = limited.get(mail.sender.address);
    if (limit !== undefined) {
      const from = limit === 'inside' ? 'google-inside' : 'google';
      const notice = await postman.notify(mail, recipient, senderLimitNotices[limit], from);
      note(mail, recipient, 'stopped-by-sender-limit', 'sender-limit', notice);
      return;
    }
    const behaviour = behaviourOf(recipient);
    switch (behaviour.kind) {
      case 'accepts':
        deliver(mail, recipient, behaviour.kind);
        return;
      case 'out-of-office':
        deliver(mail, recipient, behaviour.kind);
        if (!isAutomatic(mail))
          await answer({ address: recipient, name: behaviour.name }, mail, behaviour.text, true);
        return;
      case 'replies': {
        const { kind, name, text, afterMs = 0 } = behaviour;
        deliver(mail, recipient, kind);
        if (isAutomatic(mail) || isAnswer(mail)) return;
        step(at + afterMs, recipient, () =>
          answer({ address: recipient, name }, mail, text, false),
        );
        return;
      }
      case 'delayed-then-failed':
      case 'delayed-then-delivered': {
        const { kind, delayMs, endMs } = { ...patience, ...behaviour };
        note(mail, recipient, 'waiting', kind);
        courses.late(mail, recipient, at, {
          because: kind,
          ends: kind === 'delayed-then-failed' ? 'failed' : 'delivered',
          delayMs,
          endMs,
          tellDelay: () => postman.notify(mail, recipient, delay),
          tellFailure: () => postman.notify(mail, recipient, expired),
        });
        return;
      }
      case 'exchange-online':
      case 'exchange-server':
        courses.byExchange(mail, recipient, behaviour, at);
        return;
      case 'unknown-user':
      case 'mailbox-full':
      case 'blocked-as-spam':
      case 'blocked-by-policy': {
        const notice = await postman.notify(mail, recipient, refusals[behaviour.kind]);
        note(mail, recipient, 'bounced', behaviour.kind, notice);
      }
    }
  };

  const accept = (mail: Mail): void => {
    const { sender, raw, messageId } = mail;
    letters.push({ sender: sender.address, raw, messageId });
    for (const recipient of recipientsOf(raw))
      step(later.now() + worldMs, recipient, (at) => handle(mail, recipient, at));
  };

  return {
    submit: async (sender, { raw, messageId }) => {
      accept({ sender, raw, messageId, sentAt: clock() });
      await later.settle();
    },
    behave: (address, behaviour) => {
      behaviours.set(address.toLowerCase(), behaviour);
    },
    limitSender: (address, isLimited, form = 'google-itself') => {
      if (isLimited) limited.set(address.toLowerCase(), form);
      else limited.delete(address.toLowerCase());
    },
    outsider: (raw, from) => {
      const account = accounts.get(from.to.toLowerCase());
      if (!account) throw new Error(`Nobody here has the address ${from.to}`);
      return postman.bring(raw, account, wayOfOutsider(raw, from), from.folder);
    },
    reply: async (from, letter, text) => {
      await answer({ address: from.toLowerCase() }, letter, text, false);
      await later.settle();
    },
    complain: (from, letter) => postman.complain(from.toLowerCase(), letter),
    deliveries: () => book.all(),
    delivery: (messageId, recipient) => book.latest(messageId, recipient.toLowerCase()),
    letters: () => [...letters],
    expire: (address) => {
      for (const { recipient, waiting } of steps)
        if (address === undefined || recipient === address.toLowerCase()) waiting.hurry();
      return later.settle();
    },
    advance: (ms) => later.advance(ms),
    settle: () => later.settle(),
    close: () => {
      later.close();
    },
  };
};
