import type {
  DeferredSending,
  HandOverOutcome,
} from '@postrider/shared/application/deferred-send/deferred-send';
import type { CallFailure } from '@postrider/shared/application/ports/outcome';
import type { MailId } from '@postrider/shared/domain/ids';
import { mailIdOfDraft } from '@postrider/shared/domain/sending/mail-id-of-draft';

import { askOffice, valueOr } from '../compose/ask-office.ts';
import { recipientsOf } from '../compose/recipients.ts';
import { readSession } from '../compose/session.ts';
import { whoseMailbox } from '../compose/whose-mailbox.ts';
import type { World } from '../compose/world.ts';
import { refusalsIn, type Refusal } from '../digest/ask-digest.ts';
import type { Digest } from '../digest/digest.ts';
import { followMail } from './follow-mail.ts';
import type { FindOpenDraft } from './open-draft.ts';

/** What became of handing the mail in the compose window to Exchange. */
export type SendLaterOutcome =
  /** `closed`: whether the window was closed; where it was not, the rep must close it without saving. */
  | { readonly kind: 'held'; readonly leavesAt: number; readonly closed: boolean }
  /** A shared or delegated mailbox, or on behalf of somebody. */
  | { readonly kind: 'other-mailbox'; readonly address: string }
  | { readonly kind: 'no-recipients' }
  | { readonly kind: 'recipients-refused'; readonly refusals: readonly Refusal[] }
  /** Outlook did not save the draft; `code` as in Microsoft's list of Office.js errors, null = no answer. Nothing was handed over. */
  | { readonly kind: 'not-saved'; readonly code: number | null }
  /** Saved in Outlook, not on the server yet. Nothing was handed over. */
  | { readonly kind: 'not-on-server' }
  /** The mailbox could not be asked for the draft. Nothing was handed over. */
  | { readonly kind: 'not-reached'; readonly problem: CallFailure }
  | Exclude<HandOverOutcome, { readonly kind: 'held' }>;

/** What Lane B works with. */
export type SendLaterParts = {
  readonly world: World;
  readonly digest: Digest | null;
  readonly sending: DeferredSending;
  readonly findDraft: FindOpenDraft;
};

/** Saving reaches the server in some Outlooks. */
const saveMs = 15_000;

/**
 * Lane B: has Exchange send the mail in the compose window at an instant (epoch ms), with Outlook closed. The draft keeps
 * one mailId through every try, so doing it again goes on where it stands. Closes the window at last: the pane in it ends.
 */
export async function sendLater(
  { world, digest, sending, findDraft }: SendLaterParts,
  follow: boolean,
  leavesAt: number,
): Promise<SendLaterOutcome> {
  const whose = await whoseMailbox(world, digest?.aliases ?? []);
  if (whose.kind === 'other') return { kind: 'other-mailbox', address: whose.address };
  const recipients = await recipientsOf(world);
  if (recipients.length === 0) return { kind: 'no-recipients' };
  const refusals = digest === null ? [] : refusalsIn(digest, recipients, world.now());
  if (refusals.length > 0) return { kind: 'recipients-refused', refusals };

  const marked = await marking(world);
  const saved = await save(world);
  if (saved.kind !== 'ok') return saved;
  const mailId = marked ?? mailIdOfDraft(saved.itemId);
  const draft = await findDraft(mailId, saved.itemId);
  if (draft.kind !== 'ok') return { kind: 'not-reached', problem: draft };
  if (draft.value === null) return { kind: 'not-on-server' };

  const mail = { mailId, follow, recipients, subject: await subjectOf(world) };
  const given = await sending.handOver(mail, { kind: 'saved', id: draft.value }, leavesAt);
  return given.kind === 'held' ? { ...given, closed: await close(world) } : given;
}

/** The mail's mailId, written into it before it is saved; null where this Outlook writes no headers (Mailbox below 1.8). */
async function marking(world: World): Promise<MailId | null> {
  const session = await readSession(world);
  // Appending is Outlook's doing when it sends, and here Exchange does.
  const followed = await followMail(world, session, { pixel: null, begun: 'before' });
  return followed.kind === 'followed' ? followed.mailId : null;
}

type Saved = { readonly kind: 'ok'; readonly itemId: string };

async function save(
  world: World,
): Promise<Saved | Extract<SendLaterOutcome, { readonly kind: 'not-saved' }>> {
  const { item } = world;
  const answer = await askOffice<string>(
    world,
    item.saveAsync && ((done) => item.saveAsync?.(done)),
    saveMs,
  );
  if (answer.kind === 'ok' && answer.value !== '') return { kind: 'ok', itemId: answer.value };
  return { kind: 'not-saved', code: answer.kind === 'failed' ? answer.code : null };
}

async function subjectOf(world: World): Promise<string> {
  const { subject } = world.item;
  return valueOr(await askOffice<string>(world, subject && ((done) => subject.getAsync(done))), '');
}

/**
 * Closes the window and drops what was typed since it was saved: Outlook would write it over the draft that now waits.
 * Where this Outlook only closes drafts with a question (Mailbox below 1.14), the rep is told to.
 */
async function close(world: World): Promise<boolean> {
  const { item } = world;
  if (item.closeAsync === undefined || !world.supports('1.14')) return false;
  const closed = await askOffice<unknown>(world, (done) =>
    item.closeAsync?.({ discardItem: true }, done),
  );
  return closed.kind === 'ok';
}
