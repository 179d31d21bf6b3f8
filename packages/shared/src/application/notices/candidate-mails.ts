import type { MailEvent } from '../../domain/analytics/event.ts';
import type { AttributableMail, NoticeClue } from '../../domain/bounce/attribute.ts';
import type { NoticeRecipient } from '../../domain/bounce/notice.ts';
import { isMailId, messageId } from '../../domain/ids.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { KeptNotice } from '../ports/unmatched-notices.ts';

/** The event that a mail left. */
export type SentEvent = Extract<MailEvent, { readonly kind: 'sent' }>;

/** A mail that was followed, as notices are compared with it. */
export type CandidateMail = AttributableMail & { readonly event: SentEvent };

/** So many addresses of one notice are looked up: more are on one mail, which any of them finds. */
const maxAddresses = 20;

/** What a notice says about the mail that it reports. */
export function clueOf({ notice, threadId, receivedAt }: KeptNotice): NoticeClue {
  const { messageId: named, references, mailId, originalSubject, recipients } = notice;
  return {
    messageId: named,
    references,
    mailId,
    subject: originalSubject,
    addresses: [...new Set(recipients.flatMap(namesOf))],
    threadId,
    receivedAt,
  };
}

/** Every name of a recipient that a notice reports: a forwarding server names the address behind. */
export function namesOf({ address, alternates }: NoticeRecipient): readonly string[] {
  return [address, ...alternates];
}

/** Every followed mail that a notice may be about: by what it names, by its thread, and by whom it names. */
export async function candidateMails(
  events: EventLog,
  kept: KeptNotice,
): Promise<readonly CandidateMail[]> {
  const { mailbox, threadId, notice } = kept;
  const clue = clueOf(kept);
  const ids = [notice.messageId, ...notice.references]
    .map((id) => (id === null ? null : messageId(`<${id}>`)))
    .filter((id) => id !== null);
  const found = await Promise.all([
    notice.mailId !== null && isMailId(notice.mailId) ? events.ofMail(notice.mailId) : [],
    ...ids.map(async (id) => [await events.sentByMessageId(mailbox, id)]),
    events.sentInThread(mailbox, threadId),
    ...clue.addresses.slice(0, maxAddresses).map((address) => events.sentTo(mailbox, address)),
  ]);
  const sent = new Map<string, CandidateMail>();
  for (const event of found.flat()) {
    if (event?.kind === 'sent' && event.mailbox === mailbox) sent.set(event.id, candidate(event));
  }
  return [...sent.values()];
}

function candidate(event: SentEvent): CandidateMail {
  const { messageId: own, mailId, threadId, subject, occurredAt, recipients } = event;
  return {
    event,
    messageId: own,
    mailId,
    threadId,
    subject,
    recipients: recipients.map((person) => person.address),
    sentAt: occurredAt,
  };
}
