import type { DraftId, MessageId } from '../../domain/ids.ts';
import type { Mailbox } from '../ports/mailbox.ts';
import type { Outcome } from '../ports/outcome.ts';
import { readSourceMail, type SourceMail } from './source-mail.ts';

/** Reads a draft that a group mail is made of; null where it is gone, refused where it cannot be one. */
export async function readSource(
  mailbox: Pick<Mailbox, 'drafts'>,
  draft: { readonly draftId: DraftId; readonly messageId: MessageId | null },
): Promise<Outcome<SourceMail | null>> {
  const whole = await mailbox.drafts.whole(draft.draftId, draft.messageId);
  if (whole.kind !== 'ok') return whole;
  if (whole.value === null) return { kind: 'ok', value: null };
  const read = readSourceMail(whole.value);
  return read.kind === 'ok'
    ? { kind: 'ok', value: read.mail }
    : { kind: 'refused', reason: read.why, recipients: [] };
}
