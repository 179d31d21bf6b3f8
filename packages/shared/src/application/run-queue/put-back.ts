import type { MailEvent } from '../../domain/analytics/event.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { FollowedMails } from '../ports/followed-mails.ts';
import type { Outbox, OutboxMail, OutboxState } from '../ports/outbox.ts';
import { countBounce } from './bounce-stop.ts';

type NotSent = Extract<MailEvent, { readonly kind: 'not-sent' }>;
type Bounced = Extract<MailEvent, { readonly kind: 'bounced' }>;

/**
 * What follows for the queue from a notice: mail that did not leave goes back into it, and a group whose mails bounce
 * stops. Told the same again, it does nothing.
 */
export type PutBack = (event: NotSent | Bounced) => Promise<void>;

/** What putting back works with. */
export type PutBackParts = {
  readonly outbox: Outbox;
  readonly events: Pick<EventLog, 'byId'>;
  readonly followed: Pick<FollowedMails, 'byMailId' | 'put'>;
  readonly clock: Clock;
  /** Something waits again: the runner looks at it. */
  readonly changed: () => void;
};

const heldTwice =
  'Your mail provider has taken this mail twice and held it back for its limit both times. Send it again tomorrow.';
const notAllowed = 'Your mail provider does not let this mailbox send.';

/**
 * Puts exactly the mail back into the queue that the provider took, filed in Sent and held back for the sender's limit:
 * once, at its old place. Held back a second time it is listed as refused, since the limit is not what we take it for.
 */
export function createPutBack(parts: PutBackParts): PutBack {
  return async (event) => {
    if (event.kind === 'bounced') return countBounce(parts, event);
    const mail = event.mailId === null ? null : await parts.outbox.mail(event.mailId);
    if (mail === null) return;
    const { state } = mail;
    const isThoughtGone =
      state.kind === 'sent' || state.kind === 'sending' || state.kind === 'held';
    const copy = await copyMeant(parts, event, mail);
    if (!isThoughtGone || copy === null || mail.heldBack.includes(copy)) return;
    if (state.kind === 'sent' && state.id !== null && state.id !== copy) return;
    const next = await stateAfter(parts, event, mail);
    const heldBack = [...mail.heldBack, copy];
    // Before the mail itself: whoever is ended in between does it once more.
    if (next.kind === 'waiting') await forgetDeparture(parts, mail, copy);
    await parts.outbox.put([{ ...mail, state: next, heldBack, changedAt: parts.clock() }]);
    parts.changed();
  };
}

/** Which copy in Sent did not leave. */
async function copyMeant(
  { events }: PutBackParts,
  { supersedes }: NotSent,
  { state }: OutboxMail,
): Promise<MailboxMessageId | null> {
  const sent = supersedes === undefined ? null : await events.byId(supersedes);
  if (sent !== null) return sent.evidenceId;
  return state.kind === 'sent' ? state.id : null;
}

async function stateAfter(
  { outbox }: PutBackParts,
  { reason }: NotSent,
  mail: OutboxMail,
): Promise<OutboxState> {
  if (reason === 'sender-not-allowed') return { kind: 'refused', reason: notAllowed };
  if (mail.heldBack.length > 0) return { kind: 'refused', reason: heldTwice };
  const group = mail.group === null ? null : await outbox.group(mail.group.id);
  const isOff = mail.group !== null && (group === null || group.state.kind === 'cancelled');
  return isOff ? { kind: 'cancelled', by: 'person' } : { kind: 'waiting' };
}

/** What was followed as sent is to be sent again. */
async function forgetDeparture(
  { followed, clock }: PutBackParts,
  { mailId }: OutboxMail,
  copy: MailboxMessageId,
): Promise<void> {
  const mail = await followed.byMailId(mailId);
  if (mail === null || (mail.mailboxMessageId !== null && mail.mailboxMessageId !== copy)) return;
  const { handedOver: _handedOver, ...rest } = mail;
  await followed.put({
    ...rest,
    state: 'composing',
    changedAt: clock(),
    mailboxMessageId: null,
    messageId: null,
  });
}
