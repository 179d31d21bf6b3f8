/** What a notice says about the mail that it reports. */
export type NoticeClue = {
  /** Message-ID of the returned mail, or null. */
  readonly messageId: string | null;
  /** Message-IDs from In-Reply-To and References of the notice. */
  readonly references: readonly string[];
  /** Our tracking header in the returned mail, or null. */
  readonly mailId: string | null;
  readonly subject: string | null;
  /** Every name of every recipient that it reports, lower case. */
  readonly addresses: readonly string[];
  readonly threadId: string;
  /** Epoch ms. */
  readonly receivedAt: number;
};

/** A mail that left, as far as it can be compared with a clue. */
export type AttributableMail = {
  readonly messageId: string | null;
  readonly mailId: string | null;
  readonly threadId: string;
  readonly subject: string;
  /** Lower case. */
  readonly recipients: readonly string[];
  /** Epoch ms. */
  readonly sentAt: number;
};

/** What ties a notice to a mail. */
export type Tie = 'message-id' | 'tracking-header' | 'reference' | 'thread' | 'recipient';

/** A mail that a notice may be about; `confidence` 0 … 1. */
export type Attribution<Mail> = {
  readonly mail: Mail;
  readonly by: Tie;
  readonly confidence: number;
};

/** From here on a notice is taken to be about a mail without asking a person. */
export const sureEnough = 0.7;

/** How old a mail may be for a notice that names nothing but the address, ms: servers give up after five days at most. */
const patienceMs = 7 * 24 * 3_600_000;

/** Sent and received are dates of two servers, ms. */
const skewMs = 5 * 60_000;

/**
 * Which of these mails a notice may be about, surest first, of equals the newest. A notice that names its mail means that
 * one and no neighbour; in a thread the failed address must be among the recipients to be sure; an address alone is
 * sure only where one mail of the last week went there.
 */
export function attributions<Mail extends AttributableMail>(
  clue: NoticeClue,
  mails: readonly Mail[],
): readonly Attribution<Mail>[] {
  const before = mails.filter((mail) => mail.sentAt <= clue.receivedAt + skewMs);
  return before
    .map((mail) => tie(clue, mail) ?? guess(clue, mail, before))
    .filter((found) => found !== null)
    .toSorted(
      (one, other) => other.confidence - one.confidence || other.mail.sentAt - one.mail.sentAt,
    );
}

function tie<Mail extends AttributableMail>(
  clue: NoticeClue,
  mail: Mail,
): Attribution<Mail> | null {
  const found = (by: Tie, confidence: number) => ({ mail, by, confidence });
  if (clue.mailId !== null && clue.mailId === mail.mailId) return found('tracking-header', 1);
  if (mail.messageId !== null && clue.messageId !== null) {
    return clue.messageId === mail.messageId ? found('message-id', 1) : null;
  }
  if (mail.messageId !== null && clue.references.includes(mail.messageId)) {
    return found('reference', 0.95);
  }
  if (clue.threadId !== mail.threadId) return null;
  if (clue.addresses.length === 0) return found('thread', 0.75);
  return found('thread', isRecipient(clue, mail) ? 0.9 : 0.5);
}

function guess<Mail extends AttributableMail>(
  clue: NoticeClue,
  mail: Mail,
  mails: readonly Mail[],
): Attribution<Mail> | null {
  if (!isPlausible(clue, mail)) return null;
  const found = (confidence: number) => ({ mail, by: 'recipient' as const, confidence });
  // It names a mail that is not this one: a person may know better, but nobody else.
  if (clue.messageId !== null && mail.messageId !== null) return found(0.2);
  const rivals = mails.filter((other) => isPlausible(clue, other));
  if (clue.subject === null) return found(rivals.length === 1 ? 0.75 : 0.4);
  if (!sameSubject(clue.subject, mail.subject)) return found(0.3);
  const alike = rivals.filter((other) => sameSubject(other.subject, mail.subject));
  return found(alike.length === 1 ? 0.85 : 0.6);
}

function isPlausible(clue: NoticeClue, mail: AttributableMail): boolean {
  return isRecipient(clue, mail) && mail.sentAt >= clue.receivedAt - patienceMs;
}

function isRecipient(clue: NoticeClue, mail: AttributableMail): boolean {
  return clue.addresses.some((address) => mail.recipients.includes(address));
}

function sameSubject(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(subject: string): string {
  return subject.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
