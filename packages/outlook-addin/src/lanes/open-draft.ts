import { draftId } from '@postrider/shared/adapters/ews/drafts/draft-id';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import type { Outcome } from '@postrider/shared/application/ports/outcome';
import type { DraftId, MailId } from '@postrider/shared/domain/ids';

/**
 * Finds on the server the draft that was just saved in the compose window: by our header, and by its id as Outlook gave
 * it. Null = not there, or not there yet.
 */
export type FindOpenDraft = (mailId: MailId, itemId: string) => Promise<Outcome<DraftId | null>>;

/** Classic Outlook with a cache saves here first and on the server a little later: so it is looked for again after these, ms. */
const lookAgainAfter = [1000, 2000, 4000];

/**
 * In Exchange Online: Graph finds it by its header and names it by its immutable id, which it keeps in Sent. `wait`
 * resolves after so many ms.
 */
export function openDraftOnline(
  { drafts }: Pick<Mailbox, 'drafts'>,
  wait: (ms: number) => Promise<void>,
): FindOpenDraft {
  return async (mailId) => {
    let found = await drafts.find(mailId);
    for (const ms of lookAgainAfter) {
      if (found.kind !== 'ok' || found.value !== null) return found;
      await wait(ms);
      found = await drafts.find(mailId);
    }
    return found;
  };
}

/** On an Exchange Server: by the id that Outlook gave, which is the one of EWS. The header is written when it is handed over. */
export const openDraftOnServer: FindOpenDraft = (mailId, itemId) =>
  Promise.resolve({ kind: 'ok', value: draftId(mailId, itemId) });
