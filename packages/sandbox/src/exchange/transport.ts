import type { Later, Waiting } from '../later.ts';
import { mailboxesOf, recipientsOf } from '../mail/addresses.ts';
import { withHeader } from '../mail/edit-headers.ts';
import { dateField } from '../mail/write-message.ts';
import type { ItemStore } from './item-store.ts';
import type { LimitNotice } from './limit-notice.ts';
import { createMeter, type ExchangeLimits } from './limits.ts';
import type { ExchangeItem, FolderName, Submission } from './mailbox.ts';
import { itemNotFound } from './refusal.ts';
import type { ExchangeSwitches } from './switches.ts';

/** PidTagDeferredSendTime ([MS-OXPROPS] 2.671), as Graph writes it. */
export const DEFERRED_SEND_TIME = 'SystemTime 0x3FEF';

/** What sends one mailbox's mail: at once, at its deferred time, or when its turn has come. */
export type Transport = {
  submit(id: string): Promise<Submission>;
  /** Takes a held mail back: it will not leave. */
  release(id: string): void;
};

type Person = {
  readonly address: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Others that it may send for. */
  readonly sendsFor: readonly string[];
};

type Parts = {
  readonly person: Person;
  readonly store: ItemStore;
  readonly later: Later;
  readonly clock: () => number;
  readonly limits: ExchangeLimits;
  readonly switches: ExchangeSwitches;
  readonly leave: (item: ExchangeItem) => Promise<void>;
  /** Tells the sender that a limit stopped a mail that was accepted. */
  readonly tell: (item: ExchangeItem, notice: LimitNotice) => Promise<void>;
};

const refused = (code: string, message: string): Submission => ({ kind: 'refused', code, message });

const deferredUntil = ({ properties }: ExchangeItem): number => {
  const at = Date.parse(properties[DEFERRED_SEND_TIME] ?? '');
  return Number.isNaN(at) ? 0 : at;
};

/** A transport for one mailbox. */
export const createTransport = (parts: Parts): Transport => {
  const { person, store, later, clock, limits, switches, leave, tell } = parts;
  const meter = createMeter(limits);
  const waiting = new Map<string, { readonly waiting: Waiting; readonly turn: number | null }>();

  const folderId = (name: FolderName): string => store.folder(name)?.id ?? '';

  // An alias is the mailbox itself: Exchange writes the primary address in its place.
  const asSender = (raw: Buffer): Buffer | undefined => {
    const from = mailboxesOf(raw, ['from'])[0];
    const address = from?.address.toLowerCase() ?? person.address;
    if (person.sendsFor.includes(address)) return raw;
    if (![person.address, ...person.aliases].includes(address)) return undefined;
    return from && address === person.address
      ? raw
      : withHeader(raw, 'From', `${from?.name || person.name} <${person.address}>`);
  };

  const objection = (item: ExchangeItem): Submission | undefined => {
    if (!item.isDraft || item.heldUntil !== null)
      return refused('ErrorInvalidOperation', 'The message has already been submitted.');
    if (recipientsOf(item.raw).length === 0)
      return refused('ErrorInvalidRecipients', 'At least one recipient is not valid.');
    return asSender(item.raw)
      ? undefined
      : refused(
          'ErrorSendAsDenied',
          'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
        );
  };

  const overLimit = (item: ExchangeItem): LimitNotice | undefined => {
    const recipients = recipientsOf(item.raw).length;
    if (recipients > limits.recipientsPerMessage) return 'too-many-recipients';
    return meter.hasRoomFor(recipients, later.now()) ? undefined : 'recipient-quota';
  };

  const depart = async (id: string, submittedAt: number): Promise<void> => {
    const item = store.find(id);
    if (!item) return;
    const own = asSender(item.raw) ?? item.raw;
    const at = switches.timeOfHeld === 'departure' ? clock() : submittedAt;
    const sent = store.change(id, {
      raw: withHeader(own, 'Date', dateField(at)),
      folderId: folderId('sentitems'),
      isDraft: false,
      isRead: true,
      sentAt: at,
      receivedAt: at,
      heldUntil: null,
    });
    const over = overLimit(item);
    if (over) {
      await tell(sent, over);
      return;
    }
    meter.count(recipientsOf(item.raw).length, later.now());
    await leave(sent);
  };

  const hold = (
    id: string,
    until: number,
    { turn, submittedAt }: { readonly turn: number | null; readonly submittedAt: number },
  ): Submission => {
    store.change(id, {
      heldUntil: until,
      ...(switches.heldIn === 'outbox' ? { folderId: folderId('outbox') } : {}),
    });
    waiting.set(id, {
      turn,
      waiting: later.at(until, async () => {
        waiting.delete(id);
        if (turn !== null) await depart(id, submittedAt);
        else await inTurn(id, submittedAt);
      }),
    });
    return { kind: 'held', until };
  };

  const inTurn = async (id: string, submittedAt: number): Promise<Submission> => {
    const now = later.now();
    const turn = meter.takeTurn(now);
    const leavesAt = turn + switches.leavesAfterMs;
    if (leavesAt > now) return hold(id, leavesAt, { turn, submittedAt });
    await depart(id, submittedAt);
    return { kind: 'left' };
  };

  return {
    submit: async (id) => {
      const item = store.find(id);
      if (!item) throw itemNotFound();
      const refusal = objection(item);
      if (refusal) return refusal;
      const over = overLimit(item);
      if (over === 'recipient-quota' && switches.recipientQuota === 'error')
        return refused(
          'ErrorSubmissionQuotaExceeded',
          'The message cannot be submitted because the submission quota of the mailbox was exceeded.',
        );
      if (over === 'too-many-recipients' && switches.tooManyRecipients === 'error')
        return refused(
          'ErrorExceededMaxRecipientLimit',
          'The message has more recipients than the mailbox may address at once.',
        );
      const due = deferredUntil(item);
      const submittedAt = clock();
      return due > later.now()
        ? hold(id, due, { turn: null, submittedAt })
        : inTurn(id, submittedAt);
    },
    release: (id) => {
      const held = waiting.get(id);
      waiting.delete(id);
      held?.waiting.cancel();
      if (held && held.turn !== null) meter.returnTurn(held.turn);
    },
  };
};
