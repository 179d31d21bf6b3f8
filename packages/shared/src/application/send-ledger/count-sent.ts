import type { MailboxAddress, MailboxMessageId } from '../../domain/ids.ts';
import { addressees } from '../../domain/message/addressees.ts';
import type { Clock } from '../ports/clock.ts';
import type { Mailbox, MailboxMessage, SentEntry } from '../ports/mailbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import {
  emptyLedger,
  type Departed,
  type SendLedger,
  type SendLedgers,
} from '../ports/send-ledger.ts';
import { isAboutOneMessage } from '../watch-mailbox/failures.ts';

/** What counting works with. */
export type CountParts = {
  readonly account: MailboxAddress;
  readonly mailbox: Pick<Mailbox, 'sentSince' | 'message' | 'readSent'>;
  readonly ledgers: SendLedgers;
  readonly clock: Clock;
  /** Whether somebody plans by recipients just now: then each mail is read, and not only counted. Absent = nobody does. */
  readonly plans?: () => Promise<boolean>;
};

/** The longest window of any provider's limit, ms. */
const windowMs = 24 * 3_600_000;

/** Pages of 500 read by one look: a mailbox may send 2,000 in a day. */
const pagesPerLook = 8;

/** A ledger that nothing was added to for so long is listed anew, which is cheaper than dating what it holds. */
const staleMs = 3_600_000;

/** So many of the oldest have their date, so that it is known when the next ones leave the window. */
const datedAhead = 10;

/** Dates read by one look, 20 units each. */
const datesPerLook = 25;

/**
 * Brings the ledger up to date: lists Sent where too little is known, then reads the dates of the oldest. What is sent
 * meanwhile is added by the watch, so an idle mailbox costs nothing. Gives the failure that ended it, or null.
 */
export async function countSent(parts: CountParts): Promise<CallFailure | null> {
  const { account, ledgers, clock } = parts;
  const now = clock();
  const from = now - windowMs;
  const known = inWindow(await ledgers.read(account), from);
  const listed = await listed24h(parts, known, from);
  if ('kind' in listed) return listed;
  const read = (await parts.plans?.()) === true ? await readNewest(parts, listed) : listed;
  if ('kind' in read) return read;
  const dated = await dateOldest(parts, read, from);
  if ('kind' in dated) return dated;
  const isNews = dated !== known || now - (known.countedAt ?? 0) > staleMs / 2;
  if (isNews) await ledgers.write(account, { ...dated, countedAt: now });
  return null;
}

/** Adds the mails among these that left; all at once, because each write is of the whole ledger. */
export async function noteSent(
  parts: Pick<CountParts, 'account' | 'ledgers'>,
  messages: readonly MailboxMessage[],
): Promise<void> {
  const sent = messages.filter((message) => message.sent && !message.draft);
  if (sent.length === 0) return;
  const ledger = await parts.ledgers.read(parts.account);
  const dated = new Map(sent.map((mail) => [mail.id, departedOf(mail)]));
  const isNew = [...dated.values()].some(
    (one) => !ledger.departed.some(({ id, at }) => id === one.id && at === one.at),
  );
  if (!isNew) return;
  const departed = [
    ...[...dated.values()].toReversed(),
    ...ledger.departed.filter(({ id }) => !dated.has(id)),
  ];
  await parts.ledgers.write(parts.account, { ...ledger, departed });
}

function departedOf({ id, receivedAt, headers }: MailboxMessage): Departed {
  return { id, at: receivedAt, recipients: addressees(headers).length };
}

/** Adds one mail that left by our own call, before anybody has read it in Sent. */
export async function noteDeparted(
  parts: Pick<CountParts, 'account' | 'ledgers'>,
  mail: Departed,
): Promise<void> {
  const ledger = await parts.ledgers.read(parts.account);
  const others = ledger.departed.filter(({ id }) => id !== mail.id);
  await parts.ledgers.write(parts.account, { ...ledger, departed: [mail, ...others] });
}

/** Takes out a mail that Undo took back before it left. */
export async function forgetSent(
  parts: Pick<CountParts, 'account' | 'ledgers'>,
  id: MailboxMessageId,
): Promise<void> {
  const ledger = await parts.ledgers.read(parts.account);
  const departed = ledger.departed.filter((one) => one.id !== id);
  if (departed.length === ledger.departed.length) return;
  await parts.ledgers.write(parts.account, { ...ledger, departed });
}

/** Throws the count away; the next look counts Sent from the beginning. */
export async function recount(parts: Pick<CountParts, 'account' | 'ledgers'>): Promise<void> {
  await parts.ledgers.write(parts.account, emptyLedger);
}

/** The ledger with all of the window in it, as far as one look may list. */
async function listed24h(
  parts: CountParts,
  known: SendLedger,
  from: number,
): Promise<SendLedger | CallFailure> {
  const { countedAt, nextPage, listedFrom, departed } = known;
  const age = countedAt === null ? null : parts.clock() - countedAt;
  // Counted in the future: by a clock that was put back since, and what it dropped as too old is missing now.
  const isStale = age === null || age > staleMs || age < -staleMs;
  // The place in a list of yesterday is worth nothing any more.
  if (nextPage !== null && from - listedFrom < staleMs) return list(parts, known);
  if (!isStale && nextPage === null) return known;
  // Dated mails are kept, since one that was deleted after it left counts all the same.
  const dated = departed.filter((one) => one.at !== null);
  return list(parts, { countedAt: null, nextPage: null, listedFrom: from, departed: dated });
}

async function list(parts: CountParts, begun: SendLedger): Promise<SendLedger | CallFailure> {
  const { listedFrom, countedAt } = begun;
  let { nextPage, departed } = begun;
  for (let page = 0; page < pagesPerLook; page += 1) {
    const answer = await parts.mailbox.sentSince(listedFrom, nextPage);
    if (answer.kind !== 'ok') return answer;
    nextPage = answer.value.next;
    departed = withPage(departed, answer.value.entries);
    // A worker that is ended here goes on with the next page.
    await parts.ledgers.write(parts.account, { countedAt, listedFrom, nextPage, departed });
    if (nextPage === null) break;
  }
  return { countedAt, listedFrom, nextPage, departed };
}

/** Reads dates from the oldest on: Sent is listed newest first, so the oldest without a date stands last. */
/** So many mails are read by one look where somebody plans, 20 units each at Google. */
const readPerLook = 90;

/** Reads the newest that nobody has read: until then a plan must take them to have gone to as many as may be. */
async function readNewest(
  { mailbox }: CountParts,
  ledger: SendLedger,
): Promise<SendLedger | CallFailure> {
  const unread = ledger.departed.filter(({ recipients = null }) => recipients === null);
  const ids = unread.slice(0, readPerLook).map(({ id }) => id);
  if (ids.length === 0) return ledger;
  const read = await mailbox.readSent(ids);
  if (read.kind !== 'ok') return read;
  const known = new Map(read.value.map((entry) => [entry.id, entry]));
  const departed = ledger.departed.map((one) => known.get(one.id) ?? one);
  return { ...ledger, departed };
}

async function dateOldest(
  parts: CountParts,
  ledger: SendLedger,
  from: number,
): Promise<SendLedger | CallFailure> {
  let { departed } = ledger;
  if (ledger.nextPage !== null) return ledger;
  for (let reads = 0; reads < datesPerLook; reads += 1) {
    const last = departed.findLastIndex((one) => one.at === null);
    const entry = departed[last];
    if (entry === undefined || departed.length - 1 - last >= datedAhead) break;
    const read = await parts.mailbox.message(entry.id);
    if (read.kind !== 'ok') {
      // It is tried again with the next look, and counts meanwhile.
      if (isAboutOneMessage(read)) break;
      return read;
    }
    // One that is gone for good left no date: it is counted as long as the list said so, and no longer.
    const dated =
      read.value === null ? { id: entry.id, at: 0, recipients: null } : departedOf(read.value);
    departed = departed
      .map((one) => (one === entry ? dated : one))
      .filter((one) => one.at === null || one.at > from);
  }
  return departed === ledger.departed ? ledger : { ...ledger, departed };
}

function inWindow(ledger: SendLedger, from: number): SendLedger {
  const departed = ledger.departed.filter((one) => one.at === null || one.at > from);
  return departed.length === ledger.departed.length ? ledger : { ...ledger, departed };
}

/** A page of the list behind what was listed before it, in the list's own order. */
function withPage(
  departed: readonly Departed[],
  entries: readonly SentEntry[],
): readonly Departed[] {
  const known = new Map(departed.map((one) => [one.id, one]));
  const listed = new Set(entries.map(({ id }) => id));
  return [
    ...departed.filter((one) => !listed.has(one.id)),
    ...entries.map((entry) => known.get(entry.id) ?? entry),
  ];
}
