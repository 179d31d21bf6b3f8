import type { Person } from '../../domain/address/person.ts';
import type { BounceDetail, MailEvent } from '../../domain/analytics/event.ts';
import type { Notice, NoticeRecipient } from '../../domain/bounce/notice.ts';
import { doubtAbout, type BounceDoubt, type NoticeTrust } from '../../domain/bounce/trust.ts';
import type { EventId } from '../../domain/ids.ts';
import { displayText } from '../../domain/message/display-text.ts';
import { incomingEvent, type IncomingEvidence } from '../watch-mailbox/incoming-event.ts';

const maxDiagnostic = 2000;

/** A bounce whose notice was cut before it said anything about a recipient. */
const unknownReason: BounceDetail = {
  category: 'other',
  hard: false,
  status: null,
  replyCode: null,
  diagnostic: '',
  whoMustAct: 'rep',
};

/**
 * The events that a delivery notice or complaint proves, one for each recipient it names. `history` is what is known
 * of the mail: a later word about the same person supersedes "delayed", and the sender's own limit supersedes "sent". A
 * mail bounces for a person once: of several notices the first one that is proved holds.
 */
export function noticeEvents(
  notice: Notice,
  evidence: IncomingEvidence,
  trust: NoticeTrust,
  history: readonly MailEvent[],
): readonly MailEvent[] {
  if (notice.kind === 'complaint') {
    const about = notice.recipients.map((one) => personOf(one, evidence));
    const people = about.length === 0 ? [onlyRecipient(evidence)] : about;
    return people.map((person) =>
      incomingEvent(evidence, person, {
        kind: 'complained',
        ...doubted(person ?? nobody, evidence, trust),
      }),
    );
  }
  if (notice.recipients.length === 0) {
    const person = onlyRecipient(evidence);
    const bounce = { ...unknownReason, ...doubted(person ?? nobody, evidence, trust) };
    return [
      notice.kind === 'delayed'
        ? incomingEvent(evidence, person, { kind: 'delayed', bounce, retryUntil: null })
        : incomingEvent(evidence, person, { kind: 'bounced', bounce }),
    ];
  }
  const notSent = speaksForHome(trust) ? notice.recipients.find(stoppedAtHome) : undefined;
  if (notSent) return notSentEvents(notSent, evidence, history);
  const isQuotable = notice.onlyWords === true && notice.recipients.length > 1;
  return notice.recipients
    .map((recipient) => recipientEvent(recipient, evidence, { trust, isQuotable }, history))
    .filter((event) => event !== null);
}

const nobody: Person = { address: '', name: '' };

function recipientEvent(
  recipient: NoticeRecipient,
  evidence: IncomingEvidence,
  { trust, isQuotable }: { readonly trust: NoticeTrust; readonly isQuotable: boolean },
  history: readonly MailEvent[],
): MailEvent | null {
  const person = personOf(recipient, evidence);
  const bounce = {
    ...detailOf(recipient),
    ...(isQuotable ? { doubt: 'only-words' as const } : {}),
    ...doubted(person, evidence, trust),
  };
  const others = history.filter(
    (event) => event.person.address === person.address && event.evidenceId !== evidence.message.id,
  );
  const ended = others.find((event) => event.kind === 'bounced');
  if (ended?.kind === 'bounced') {
    if (ended.bounce.doubt === undefined || bounce.doubt !== undefined) return null;
    return incomingEvent(evidence, person, { kind: 'bounced', bounce }, ended.id);
  }
  const earlier = lastDelay(others, evidence);
  return recipient.action === 'delayed'
    ? incomingEvent(
        evidence,
        person,
        { kind: 'delayed', bounce, retryUntil: recipient.retryUntil },
        earlier,
      )
    : incomingEvent(evidence, person, { kind: 'bounced', bounce }, earlier);
}

/** Google's own number for a sender over the limit (support.google.com/a/answer/3726730); no other server gives it. */
const googleSenderLimit = '5.4.5';

/** Only the sender's own provider can say that the mail never left; another server's "too many" is a bounce there. */
function stoppedAtHome({ action, category, remoteMta, status }: NoticeRecipient): boolean {
  if (action !== 'failed') return false;
  if (category === 'sender-not-allowed') return remoteMta === null;
  return category === 'sender-limit' && (remoteMta === null || status === googleSenderLimit);
}

/** The mail as a whole did not leave, however many notices say so of one copy; sent again, it may be stopped again. */
function notSentEvents(
  recipient: NoticeRecipient,
  evidence: IncomingEvidence,
  history: readonly MailEvent[],
): readonly MailEvent[] {
  const { sentEventId } = evidence.answered;
  const said = history.some(
    ({ kind, evidenceId, supersedes = sentEventId }) =>
      kind === 'not-sent' &&
      evidenceId !== evidence.message.id &&
      (sentEventId === null || supersedes === sentEventId),
  );
  if (said) return [];
  const reason = recipient.category === 'sender-limit' ? 'sender-limit' : 'sender-not-allowed';
  const body = { kind: 'not-sent', reason, detail: detailOf(recipient) } as const;
  return [incomingEvent(evidence, null, body, sentEventId)];
}

function detailOf(recipient: NoticeRecipient): BounceDetail {
  const { category, hard, status, replyCode, whoMustAct } = recipient;
  const diagnostic = displayText(recipient.diagnostic, maxDiagnostic);
  return { category, hard, status, replyCode, diagnostic, whoMustAct };
}

/**
 * The addressee a notice means: a forwarding server names the address behind, so its other names count, too, but only
 * where the first is nobody's: a server may write somebody else's name beside its own.
 */
function personOf(recipient: NoticeRecipient, evidence: IncomingEvidence): Person {
  const { recipients } = evidence.answered;
  const named = recipients.find((one) => one.address === recipient.address);
  const other = recipients.find((one) => recipient.alternates.includes(one.address));
  return named ?? other ?? { address: recipient.address, name: '' };
}

/** Only who is at home in this mailbox can say that a mail never left it. */
function speaksForHome(trust: NoticeTrust): boolean {
  return trust.kind === 'own-provider' || trust.kind === 'own-company';
}

function doubted(
  person: Person,
  evidence: IncomingEvidence,
  trust: NoticeTrust,
): { readonly doubt?: BounceDoubt } {
  const { recipients } = evidence.answered;
  const isRecipient = recipients.some((one) => one.address === person.address);
  const doubt = doubtAbout(trust, person.address, isRecipient);
  return doubt === null ? {} : { doubt };
}

function onlyRecipient(evidence: IncomingEvidence): Person | null {
  const { recipients } = evidence.answered;
  return recipients.length === 1 ? (recipients[0] ?? null) : null;
}

function lastDelay(history: readonly MailEvent[], evidence: IncomingEvidence): EventId | null {
  const delays = history.filter(
    (event) => event.kind === 'delayed' && event.occurredAt <= evidence.message.receivedAt,
  );
  return delays.at(-1)?.id ?? null;
}
