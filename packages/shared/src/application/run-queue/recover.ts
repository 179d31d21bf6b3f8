import type { DraftId } from '../../domain/ids.ts';
import type { OutboxMail, OutboxState } from '../ports/outbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import { noteSent } from '../send-ledger/count-sent.ts';
import { become } from './become.ts';
import type { QueueParts } from './queue-parts.ts';
import { searchSent, type Looked } from './search-sent.ts';
import { type Recovered, settleHeld } from './settle-held.ts';

/** A call whose answer was lost may be carried out so long after it was made, ms: until then nothing is made anew. */
const graceMs = 2 * 60_000;

/** How far a clock is expected to be wrong, ms. */
const farBackMs = 26 * 3_600_000;

/**
 * Finds out what became of mails whose draft or sending was asked for without an answer. Sent alone proves that one has
 * left. A draft that is still there after a while proves that it has not. Neither of both proves nothing, since a
 * draft's name can die: then a person decides.
 */
export async function recover(parts: QueueParts): Promise<Recovered> {
  const { carriage } = parts;
  const held =
    carriage.kind === 'hand-over'
      ? await settleHeld(parts, carriage.deferred)
      : { problem: null, nextAt: null };
  if (held.problem !== null) return held;
  const open = await parts.outbox.open(parts.account);
  const unclear = open.filter(isUnclear);
  if (unclear.length === 0) return held;
  const sent = await recogniseSent(parts, unclear, 0);
  if (sent.problem !== null) return { problem: sent.problem, nextAt: null };
  let nextAt = held.nextAt;
  for (const mail of unclear) {
    if (sent.found.has(mail.mailId)) continue;
    const readyAt = readyAtOf(mail, parts.clock());
    if (parts.clock() < readyAt) {
      nextAt = Math.min(nextAt ?? readyAt, readyAt);
      continue;
    }
    const draft = await parts.mailbox.drafts.find(mail.mailId);
    if (draft.kind !== 'ok') return { problem: draft, nextAt: null };
    const problem = await settleUnclear(parts, mail, draft.value);
    if (problem !== null) return { problem, nextAt: null };
  }
  return { problem: null, nextAt };
}

/** Asked for in the future: by a clock that was wrong then or is now. */
function readyAtOf({ state: { since } }: Unclear, now: number): number {
  return since > now + graceMs ? now : since + graceMs;
}

/** Before a person is asked, Sent is read further back: the attempt may bear the time of a wrong clock. */
async function settleUnclear(
  parts: QueueParts,
  mail: Unclear,
  draftId: DraftId | null,
): Promise<CallFailure | null> {
  if (draftId === null && mail.state.kind === 'sending') {
    const sent = await recogniseSent(parts, [mail], farBackMs);
    if (sent.problem !== null || sent.found.has(mail.mailId)) return sent.problem;
  }
  await become(parts, mail, stateBy(draftId, mail.state));
  return null;
}

type Unclear = OutboxMail & {
  readonly state: Extract<OutboxState, { readonly kind: 'drafting' | 'sending' }>;
};

function isUnclear(mail: OutboxMail): mail is Unclear {
  return mail.state.kind === 'drafting' || mail.state.kind === 'sending';
}

function stateBy(draftId: DraftId | null, before: Unclear['state']): OutboxState {
  if (draftId !== null) return { kind: 'drafted', draftId };
  return before.kind === 'drafting' ? { kind: 'waiting' } : { kind: 'unsure', since: before.since };
}

async function recogniseSent(
  parts: QueueParts,
  unclear: readonly Unclear[],
  reachMs: number,
): Promise<Looked> {
  const sending = new Map(
    unclear.filter(({ state }) => state.kind === 'sending').map((mail) => [mail.mailId, mail]),
  );
  if (sending.size === 0) return { found: new Set(), problem: null };
  const all = [...sending.values()];
  return searchSent(parts, {
    wanted: new Set(sending.keys()),
    since: Math.min(parts.clock(), ...all.map(({ state }) => state.since)) - reachMs,
    without: new Set(all.flatMap((mail) => mail.heldBack)),
    async onFound(mailId, message) {
      const mail = sending.get(mailId);
      if (mail === undefined) return;
      await noteSent(parts, [message]);
      await become(parts, mail, { kind: 'sent', id: message.id, at: message.receivedAt });
    },
  });
}
