import type { MailEvent } from '../../domain/analytics/event.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import type { UnreadMessage, WatchState } from '../ports/watch-state.ts';
import { countSent, noteSent } from '../send-ledger/count-sent.ts';
import { heedChangedClock } from './changed-clock.ts';
import { isAboutOneMessage, setAside, stateAfterFailure } from './failures.ts';
import type { Look } from './look.ts';
import { readIncoming } from './read-incoming.ts';
import { settleDue, withdraw } from './settle.ts';
import type { WatchParts } from './watch-parts.ts';

/** What one look at the mailbox gave. `news` are the events that were not known before. */
export type LookOutcome = {
  readonly news: readonly MailEvent[];
  /** When looking again is known to give something (a mail settles, a gate opens); epoch ms; null = nothing known. */
  readonly nextAt: number | null;
} & ({ readonly kind: 'looked' } | { readonly kind: 'stopped'; readonly problem: CallFailure });

/** The watch of one mailbox. */
export type Watch = {
  /** Reads the mailbox through. Called while a look goes on, it gives the outcome of that one. */
  look(): Promise<LookOutcome>;
  isLooking(): boolean;
};

/**
 * Makes the watch. It can be ended at any instant: events are stored before the cursor, and their ids are hashes of
 * their evidence, so the next look repeats what was not finished and writes nothing twice.
 */
export function createWatch(parts: WatchParts): Watch {
  let current: Promise<LookOutcome> | null = null;
  return {
    look() {
      current ??= lookThrough(parts).finally(() => {
        current = null;
      });
      return current;
    },
    isLooking: () => current !== null,
  };
}

async function lookThrough(parts: WatchParts): Promise<LookOutcome> {
  const look: Look = { parts, state: await readState(parts), news: [] };
  const { gateUntil, problem } = look.state;
  if (gateUntil !== null && parts.clock() < gateUntil) {
    const gate = { kind: 'rate-limited', retryAt: gateUntil, limit: 'requests' } as const;
    return { kind: 'stopped', problem: problem ?? gate, news: [], nextAt: gateUntil };
  }
  const unreadSoFar = look.state.unread;
  const read = await readChanges(look);
  if (read) return stop(look, read);
  const retried = await retryUnread(look, unreadSoFar);
  if (retried) return stop(look, retried);
  const settled = await settleDue(look);
  if ('kind' in settled) return stop(look, settled);
  const counted = await countSent(parts);
  if (counted) return stop(look, counted);
  look.state = {
    ...look.state,
    lookedAt: parts.clock(),
    gateUntil: null,
    refusals: 0,
    problem: null,
  };
  await store(look);
  return { kind: 'looked', news: look.news, nextAt: settled.nextAt };
}

/** What an earlier look left, by the clock of today; where the store was lost, the mailbox is read back. */
async function readState(parts: WatchParts): Promise<WatchState> {
  const stored = await parts.states.read(parts.account);
  const state = heedChangedClock(stored, parts.clock());
  // Kept at once, or a gate would be reckoned anew with every look and never open.
  if (state !== stored) await parts.states.write(parts.account, state);
  if (state.cursor !== null || parts.readBackFrom === undefined) return state;
  return { ...state, cursor: parts.mailbox.cursorAt(parts.readBackFrom) };
}

/** Takes in what changed, page by page; every page that is done is stored with its cursor. */
async function readChanges(look: Look): Promise<CallFailure | null> {
  for (let more = true; more;) {
    const changes = await look.parts.mailbox.changes(look.state.cursor);
    if (changes.kind !== 'ok') return changes;
    for (const id of changes.value.withdrawn) await withdraw(look, id);
    for (const id of changes.value.unread) aside(look, id);
    await noteSent(look.parts, changes.value.appeared);
    for (const message of sentFirst(changes.value.appeared)) {
      const failure = await takeMessage(look, message);
      if (failure) return failure;
    }
    look.state = { ...look.state, cursor: changes.value.cursor };
    await store(look);
    more = changes.value.more;
  }
  return null;
}

/** A notice may bear the same second as the mail that it is about, and come before it in the provider's list. */
function sentFirst(messages: readonly MailboxMessage[]): readonly MailboxMessage[] {
  return [...messages.filter(({ sent }) => sent), ...messages.filter(({ sent }) => !sent)];
}

/** Takes in one message; one that cannot be read is set aside, so that it does not stop the rest. */
async function takeMessage(look: Look, message: MailboxMessage): Promise<CallFailure | null> {
  if (message.draft) return null;
  if (message.sent) {
    addSettling(look, message);
    return null;
  }
  const failure = await readIncoming(look, message);
  if (failure === null || !isAboutOneMessage(failure)) return failure;
  aside(look, message.id);
  return null;
}

function addSettling(look: Look, message: MailboxMessage): void {
  const entry = {
    id: message.id,
    threadId: message.threadId,
    messageId: ownMessageId(message.headers),
    sentAt: message.receivedAt,
  };
  const others = look.state.settling.filter((other) => other.id !== message.id);
  look.state = { ...look.state, settling: [...others, entry] };
}

/** Tries again what earlier looks could not read; tries are counted until one succeeds or the message is given up. */
async function retryUnread(
  look: Look,
  entries: readonly UnreadMessage[],
): Promise<CallFailure | null> {
  for (const entry of entries) {
    if (!look.state.unread.includes(entry)) continue;
    const read = await look.parts.mailbox.message(entry.id);
    if (read.kind !== 'ok') {
      if (!isAboutOneMessage(read)) return read;
      aside(look, entry.id);
      continue;
    }
    if (read.value !== null) await noteSent(look.parts, [read.value]);
    const failure = read.value === null ? null : await takeMessage(look, read.value);
    if (failure) return failure;
    // A further failed try has put another entry in its place.
    const unread = look.state.unread.filter((other) => other !== entry);
    look.state = { ...look.state, unread };
  }
  return null;
}

function aside(look: Look, id: MailboxMessage['id']): void {
  look.state = { ...look.state, ...setAside(look.state, id, look.parts.clock()) };
}

async function stop(look: Look, problem: CallFailure): Promise<LookOutcome> {
  look.state = stateAfterFailure(look.state, problem, look.parts.clock());
  await store(look);
  const nextAt = look.state.gateUntil;
  return { kind: 'stopped', problem: look.state.problem ?? problem, news: look.news, nextAt };
}

async function store(look: Look): Promise<void> {
  await look.parts.states.write(look.parts.account, look.state);
}
