import type { DraftId, MailId } from '../../domain/ids.ts';
import type { Outcome } from '../ports/outcome.ts';
import type { CancelOutcome } from './deferred-send.ts';
import { readStanding } from './hand-over.ts';
import { isKept, keep, type KeptMail, type KeptParts } from './kept.ts';

/** Takes a mail back: the wish is written down, the item deleted, and it counts once the item is seen to be gone. */
export async function cancelMail(parts: KeptParts, mailId: MailId): Promise<CancelOutcome> {
  const mail = await parts.followed.byMailId(mailId);
  if (mail?.state === 'sent' || mail?.state === 'leaving') return { kind: 'left' };
  if (!isKept(mail)) return { kind: 'not-known' };
  if (mail.handedOver.stage === 'cancelled') return { kind: 'cancelled' };
  return carryOutCancel(parts, await keep(parts, mail, { stage: 'cancelling' }));
}

/** Goes on with a wish to cancel that is written down. */
export async function carryOutCancel(parts: KeptParts, mail: KeptMail): Promise<CancelOutcome> {
  const draft = await draftOf(parts, mail);
  if (draft.kind !== 'ok') return { kind: 'unconfirmed', problem: draft };
  if (draft.value === null) {
    // Its draft was never made, so it was never handed over.
    await keep(parts, mail, { stage: 'cancelled' });
    return { kind: 'cancelled' };
  }
  const cancelled = await parts.means.cancel(draft.value);
  if (cancelled.kind !== 'ok') return { kind: 'unconfirmed', problem: cancelled };
  switch (cancelled.value) {
    case 'cancelled':
      await keep(parts, mail, { stage: 'cancelled', draft: draft.value });
      return { kind: 'cancelled' };
    case 'unconfirmed':
      return { kind: 'unconfirmed', problem: null };
    case 'left': {
      const stands = await readStanding(parts, mail, draft.value);
      return stands.kind === 'left' ? { kind: 'left' } : { kind: 'unconfirmed', problem: null };
    }
  }
}

async function draftOf(
  { mailbox }: KeptParts,
  { mailId, handedOver }: KeptMail,
): Promise<Outcome<DraftId | null>> {
  return handedOver.draft === null
    ? mailbox.drafts.find(mailId)
    : { kind: 'ok', value: handedOver.draft };
}
