import { draftId } from '@postrider/shared/adapters/ews/drafts/draft-id';
import type {
  HandOverOutcome,
  DeferredSending,
} from '@postrider/shared/application/deferred-send/deferred-send';
import type { Drafts } from '@postrider/shared/application/ports/mailbox';
import type { CallFailure } from '@postrider/shared/application/ports/outcome';
import type { DraftId, MailId } from '@postrider/shared/domain/ids';
import { mailIdOfDraft } from '@postrider/shared/domain/sending/mail-id-of-draft';

/** The mail in the compose window, as far as sending it later needs it. */
export type OpenMail = {
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly follow: boolean;
  /** The mailId that it carries; null where this Outlook cannot write headers. */
  readonly mailId: MailId | null;
  /** Keeps it in Drafts; gives its name there, or null where Outlook did not. */
  readonly save: () => Promise<string | null>;
};

/** What handing over works with. */
export type HandOverParts = {
  readonly later: Pick<DeferredSending, 'handOver'>;
  readonly drafts: Pick<Drafts, 'find'>;
  readonly wait: (ms: number) => Promise<void>;
};

/** What became of the wish. */
export type SendLaterOutcome =
  | HandOverOutcome
  /** Outlook did not keep the draft, so nothing was asked of Exchange. */
  | { readonly kind: 'not-saved' }
  /** No mail may leave to this recipient; nothing was asked. */
  | { readonly kind: 'forbidden'; readonly address: string };

/** Outlook for Windows and Mac save on the computer first: the server has the draft some seconds later. */
const tries = 6;
const betweenMs = 1500;

/**
 * Has Outlook save the open mail, finds the draft on the server and hands it over to Exchange, to leave at an instant
 * (epoch ms). The window must be closed afterwards: it would save over what was handed over.
 */
export async function handOverOpenMail(
  parts: HandOverParts,
  mail: OpenMail,
  leavesAt: number,
): Promise<SendLaterOutcome> {
  const saved = await mail.save();
  if (saved === null) return { kind: 'not-saved' };
  const mailId = mail.mailId ?? mailIdOfDraft(saved);
  // Only an Exchange Server's Outlook writes no headers; there the name is that of EWS, and handing over writes the header.
  const draft = mail.mailId === null ? draftId(mailId, saved) : await findDraft(parts, mailId);
  if (draft === null) return { kind: 'not-saved' };
  if (typeof draft === 'object') return { kind: 'waiting', problem: draft };
  const { recipients, subject, follow } = mail;
  const later = { mailId, follow, recipients, subject };
  return parts.later.handOver(later, { kind: 'saved', id: draft }, leavesAt);
}

/** Found by our header: the name that Outlook gives a draft is another than the one that outlives its sending. */
async function findDraft(
  { drafts, wait }: HandOverParts,
  mailId: MailId,
): Promise<DraftId | CallFailure | null> {
  for (let at = 0; at < tries; at += 1) {
    if (at > 0) await wait(betweenMs);
    const found = await drafts.find(mailId);
    if (found.kind !== 'ok') return found;
    if (found.value !== null) return found.value;
  }
  return null;
}
