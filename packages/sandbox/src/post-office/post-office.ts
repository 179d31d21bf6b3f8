import type { Accounts, StoredMessage } from '../accounts.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { createLater, type Timers, type Waiting } from '../later.ts';
import { recipientsOf } from '../mail/addresses.ts';
import { rawHeader } from '../mail/headers.ts';
import { patience, type Behaviour } from './behaviours.ts';
import { createAddressBook } from './boxes/address-book.ts';
import type { PostBox } from './boxes/box.ts';
import type { ExchangeArrivals } from './boxes/exchange-arrivals.ts';
import { createCourses } from './courses.ts';
import {
  createDeliveryBook,
  type Delivery,
  type DeliveryStatus,
  type ToldNotice,
} from './deliveries.ts';
import { exchangePatience } from './exchange/behaviour.ts';
import { exchangeSenderLimits, type ExchangeLimitForm } from './exchange/own/sender-limit.ts';
import type { OwnNoticeForm } from './exchange/own/write-own-notice.ts';
import type { Letter, Mail } from './letter.ts';
import { domainOf } from './notices/notice.ts';
import type { SenderLimitForm } from './notices/sender-limit.ts';
import { originOfOutsider, type Outsider } from './outsider.ts';
import { createPostman, type Person } from './postman.ts';
import { refusalOf } from './refusal.ts';
import { senderLimit, type SenderLimit } from './sender-limits.ts';

/** How Exchange writes to its own mailboxes and files what comes in, where it could not be confirmed or differs. */
export type ExchangeHabits = OwnNoticeForm & ExchangeArrivals;

/** Delivers between the sandbox's accounts and mailboxes, and plays the rest of the world. */
export type PostOffice = {
  /** Takes a mail from an account or a mailbox and delivers, refuses or delays it for each recipient. */
  submit(sender: { readonly address: string }, letter: Letter): Promise<void>;
  /** The sender's own system took a mail and did not let it leave: it tells so, in this form. */
  stop(
    sender: { readonly address: string },
    letter: Letter,
    form?: SenderLimitForm | ExchangeLimitForm,
  ): Promise<void>;
  /** Decides what an address does from now on. */
  behave(address: string, behaviour: Behaviour): void;
  /** The sender's system stops this sender's mail (it stays in Sent) and tells so in this form, or lets it pass again. */
  limitSender(address: string, limited: boolean, form?: SenderLimitForm | ExchangeLimitForm): void;
  /** Somebody outside delivers any message into a mailbox; its system stamps on it what it could check. */
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
  /** May be changed at any time. */
  readonly exchangeHabits: ExchangeHabits;
  close(): void;
};

// RFC 3834 section 2: what a machine wrote is not answered, or two machines would never end.
const isAutomatic = ({ raw }: Letter): boolean => rawHeader(raw, 'Auto-Submitted') !== undefined;

const isAnswer = ({ raw }: Letter): boolean => rawHeader(raw, 'In-Reply-To') !== undefined;

/** Opens a post office. `worldMs`: how long the world takes to answer (0 = before `submit` resolves). */
export const createPostOffice = (options: {
  clock: () => number;
  accounts: Accounts;
  exchanges?: readonly Exchange[];
  exchangeHabits?: Partial<ExchangeHabits>;
  worldMs?: number;
  timers?: Timers;
}): PostOffice => {
  const { clock, accounts, exchanges = [], worldMs = 0 } = options;
  const exchangeHabits: ExchangeHabits = {
    language: 'en',
    author: 'microsoft-exchange',
    parts: 'all',
    reportsFromOutside: 'report class',
    ...options.exchangeHabits,
  };
  const later = createLater(options);
  const people = createAddressBook(clock, { accounts, exchanges, arrivals: exchangeHabits });
  const postman = createPostman(clock, people, exchangeHabits);
  const book = createDeliveryBook();
  const behaviours = new Map<string, Behaviour>();
  const limited = new Map<string, SenderLimitForm | ExchangeLimitForm | undefined>();
  const letters: (Letter & { sender: string })[] = [];
  const steps = new Set<{ recipient: string; waiting: Waiting }>();

  const behaviourOf = (address: string): Behaviour => {
    const isNobody =
      people.get(address) === undefined && people.ofDomain(domainOf(address)) !== undefined;
    return behaviours.get(address) ?? { kind: isNobody ? 'unknown-user' : 'accepts' };
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

  const limitFor = (mail: Mail, recipient: string): SenderLimit | undefined => {
    const { sender } = mail;
    if (!limited.has(sender.address)) return undefined;
    const limit = senderLimit(sender.system, limited.get(sender.address));
    const spared =
      limit.by === 'exchange' &&
      exchangeSenderLimits[limit.form].externalOnly &&
      sender.isColleague(recipient);
    return spared ? undefined : limit;
  };

  const tellStopped = async (mail: Mail, recipient: string, limit: SenderLimit): Promise<void> => {
    const notice = await postman.notify(mail, recipient, { kind: 'sender-limit', limit });
    note(mail, recipient, 'stopped-by-sender-limit', 'sender-limit', notice);
  };

  const handle = async (mail: Mail, recipient: string, at: number): Promise<void> => {
    const limit = limitFor(mail, recipient);
    if (limit !== undefined) {
      await tellStopped(mail, recipient, limit);
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
        const { system } = mail.sender;
        const usual = system === 'gmail' ? patience : exchangePatience[system];
        const { kind, delayMs, endMs } = { ...usual, ...behaviour };
        note(mail, recipient, 'waiting', kind);
        courses.late(mail, recipient, at, {
          because: kind,
          ends: kind === 'delayed-then-failed' ? 'failed' : 'delivered',
          delayMs,
          endMs,
          tellDelay: (retryUntil) =>
            postman.notify(mail, recipient, { kind: 'delayed', retryUntil }),
          tellFailure: () => postman.notify(mail, recipient, { kind: 'expired' }),
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
        const { sender } = mail;
        const home = people.ofDomain(domainOf(recipient));
        const refusal = refusalOf(behaviour.kind, { sender, recipient, home });
        const notice = await postman.notify(mail, recipient, { kind: 'refused', ...refusal });
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

  const senderAt = (address: string): PostBox => {
    const sender = people.get(address);
    if (!sender) throw new Error(`Nobody here has the address ${address}`);
    return sender;
  };

  return {
    stop: async ({ address }, { raw, messageId }, form) => {
      const sender = senderAt(address);
      const mail = { sender, raw, messageId, sentAt: clock() };
      for (const recipient of recipientsOf(raw))
        await tellStopped(mail, recipient, senderLimit(sender.system, form));
    },
    submit: async ({ address }, { raw, messageId }) => {
      const sender = senderAt(address);
      accept({ sender, raw, messageId, sentAt: clock() });
      await later.settle();
    },
    behave: (address, behaviour) => {
      behaviours.set(address.toLowerCase(), behaviour);
    },
    limitSender: (address, isLimited, form) => {
      if (isLimited) limited.set(address.toLowerCase(), form);
      else limited.delete(address.toLowerCase());
    },
    outsider: (raw, from) => {
      const box = people.get(from.to.toLowerCase());
      if (!box) throw new Error(`Nobody here has the address ${from.to}`);
      const folder = from.folder === 'SPAM' ? 'junk' : 'inbox';
      return box.receive(raw, originOfOutsider(raw, from), folder);
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
    exchangeHabits,
    close: () => {
      later.close();
    },
  };
};
