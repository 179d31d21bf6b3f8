import type { DraftId, MailboxAddress } from '../../domain/ids.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import { writeTextMail } from '../../domain/message/write-text-mail.ts';
import type { Clock } from '../ports/clock.ts';
import type { FollowedMail, FollowedMails } from '../ports/followed-mails.ts';
import type { MailIdSource } from '../ports/id-source.ts';
import type { Drafts, Mailbox } from '../ports/mailbox.ts';
import type { CallFailure, Outcome } from '../ports/outcome.ts';
import type { SendLedgers } from '../ports/send-ledger.ts';
import type { WatchStates } from '../ports/watch-state.ts';
import { gateUntil, heedRefusal } from '../sending-gate.ts';

/** What the test mail says. */
export type TestMailWords = { readonly subject: string; readonly text: string };

/** What became of the wish for a test mail. `on-its-way`: one left a moment ago and a second would prove nothing more. */
export type TestMailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'on-its-way' }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

/** What sending a test mail works with. */
export type TestMailParts = {
  readonly mailbox: Mailbox;
  readonly followed: FollowedMails;
  readonly ledgers: Pick<SendLedgers, 'gate' | 'raiseGate'>;
  readonly states: Pick<WatchStates, 'read'>;
  readonly newMailId: MailIdSource;
  readonly clock: Clock;
};

/** The name under which the newest test mail is kept among the followed mails; no draft of a page is called so. */
const newestKey = 'postrider:test-mail';

/** How long a test mail that was not seen in Sent keeps another one back, ms. */
const patienceMs = 2 * 60_000;

/** Whether a followed mail is a test mail. Nothing can undo one: it leaves by the provider's interface. */
export function isTestMail(mail: Pick<FollowedMail, 'draftKey'>): boolean {
  return mail.draftKey.startsWith(newestKey);
}

/**
 * Sends the rep a mail to themselves, followed like any other. Its mailId is kept before the first call: asked again
 * after a lost answer or a worker that was killed, it goes on with the draft that is there. While the provider has
 * named a time to come back, nothing is asked of it: an early try would make that time later.
 */
export async function sendTestMail(
  parts: TestMailParts,
  account: MailboxAddress,
  words: TestMailWords,
): Promise<TestMailOutcome> {
  const closedUntil = await gateUntil(parts, account);
  if (closedUntil > parts.clock()) {
    const failure = { kind: 'rate-limited', retryAt: closedUntil, limit: 'sending' } as const;
    return { kind: 'failed', failure };
  }
  const outcome = await trySending(parts, account, words);
  if (outcome.kind === 'failed') await heedRefusal(parts, account, outcome.failure);
  return outcome;
}

async function trySending(
  parts: TestMailParts,
  account: MailboxAddress,
  words: TestMailWords,
): Promise<TestMailOutcome> {
  const before = await parts.followed.byDraft(account, newestKey);
  if (before?.state === 'leaving' && parts.clock() - before.changedAt < patienceMs) {
    return { kind: 'on-its-way' };
  }
  const unsent = await unsentDraft(parts.mailbox.drafts, before);
  if (unsent.kind !== 'ok') return { kind: 'failed', failure: unsent };
  // An id whose draft is gone may have left under it, unless nothing was sent under it yet.
  const again = unsent.value !== null || before?.state === 'composing' ? before : null;
  if (before !== null && again === null) {
    await parts.followed.put({ ...before, draftKey: `${newestKey}:${before.mailId}` });
  }
  const mail: FollowedMail = {
    mailbox: account,
    mailId: again?.mailId ?? parts.newMailId(),
    draftKey: newestKey,
    follow: true,
    state: 'composing',
    changedAt: parts.clock(),
    threadId: null,
    mailboxMessageId: null,
    messageId: null,
    recipients: [account],
    subject: words.subject,
  };
  await parts.followed.put(mail);
  const draft =
    unsent.value === null
      ? await newDraft(parts.mailbox.drafts, mail, words)
      : { kind: 'ok' as const, value: unsent.value };
  return draft.kind === 'ok' ? send(parts, mail, draft.value) : { kind: 'failed', failure: draft };
}

/** The draft that an earlier try left behind; null where there was none or it has gone. */
async function unsentDraft(
  drafts: Drafts,
  before: FollowedMail | null,
): Promise<Outcome<DraftId | null>> {
  return before === null || before.state === 'sent'
    ? { kind: 'ok', value: null }
    : drafts.find(before.mailId);
}

/** Makes the draft; where the answer was lost, drafts are looked through before it counts as failed. */
async function newDraft(
  drafts: Drafts,
  mail: FollowedMail,
  words: TestMailWords,
): Promise<Outcome<DraftId>> {
  const raw = writeTextMail({
    ...words,
    from: mail.mailbox,
    to: mail.mailbox,
    headers: { [mailIdHeader]: mail.mailId },
  });
  const made = await drafts.create({ mailId: mail.mailId, raw });
  if (made.kind !== 'unknown') return made;
  const found = await drafts.find(mail.mailId);
  return found.kind === 'ok' && found.value !== null ? { kind: 'ok', value: found.value } : made;
}

async function send(
  parts: TestMailParts,
  mail: FollowedMail,
  draft: DraftId,
): Promise<TestMailOutcome> {
  const leaving: FollowedMail = { ...mail, state: 'leaving', changedAt: parts.clock() };
  await parts.followed.put(leaving);
  const sent = await parts.mailbox.send(draft);
  switch (sent.kind) {
    case 'accepted':
      await parts.followed.put({
        ...leaving,
        threadId: sent.threadId,
        mailboxMessageId: sent.id,
        messageId: sent.messageId,
      });
      return { kind: 'sent' };
    case 'unknown':
      // It may have left; the watch finds it in Sent by its header, and until then no second one is sent.
      return { kind: 'failed', failure: sent };
    case 'rate-limited':
    case 'reconnect-needed':
    case 'refused':
      await parts.followed.put(mail);
      return { kind: 'failed', failure: sent };
  }
}
