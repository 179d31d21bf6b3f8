import type { Wait } from '../../../application/ports/clock.ts';
import type { Mailbox, SendOutcome } from '../../../application/ports/mailbox.ts';
import { branded } from '../../../domain/brand.ts';
import { messageId, type ThreadId } from '../../../domain/ids.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import type { EwsItem } from '../items/ews-item.ts';
import { stableId } from '../items/stable-id.ts';
import type { EwsFailure } from '../read-refusal.ts';
import { sendItemRequest } from '../requests/item-requests.ts';
import { readDraftId } from './draft-id.ts';
import { readDraft, type DraftItem } from './draft-state.ts';
import { findInSent, namesOf, type MailName } from './sent-copy.ts';
import { goneWords, missingHeader, refTo, setProperties } from './set-properties.ts';

/** How long the copy in Sent Items may take to appear: Exchange's transport puts it there after it took the mail, ms. */
const patience = [0, 500, 1000, 2000, 4000];

const takenWords = 'This mail was handed to Exchange already. Nothing was sent a second time.';

/** Sends a draft (SendItem) and reads back what became of it: in Sent Items the mail has another id. */
export function createSendDraft(calls: EwsCalls, wait: Wait): Mailbox['send'] {
  return async (id) => {
    const { itemId, mailId } = readDraftId(id);
    const draft = await readDraft(calls, itemId);
    if (draft.kind !== 'ok') return draft;
    if (draft.value === null) return refused(goneWords);
    if (!isUnsent(draft.value)) return refused(takenWords);
    const name = namesOf(draft.value.item, mailId);
    const named = await setProperties(calls, draft.value, missingHeader(draft.value, mailId));
    if (named.kind !== 'ok') return named;
    const sent = await submit(calls, named.value);
    if (sent.kind === 'missing') return found(calls, name, draft.value.item, false, wait);
    if (sent.kind !== 'ok') return asCallFailure(sent, goneWords);
    return found(calls, name, draft.value.item, true, wait);
  };
}

/** Whether a draft is nothing but a draft. */
export function isUnsent({ item, submitted }: DraftItem): boolean {
  return item.isDraft && submitted !== true;
}

/** Submits a draft as it was read; one that somebody changed since is read again, once: nothing was sent. */
export async function submit(
  calls: EwsCalls,
  { item }: DraftItem,
): Promise<{ readonly kind: 'ok' } | EwsFailure> {
  const first = await calls.one(sendItemRequest(refTo(item)));
  if (first.kind !== 'changed') return first;
  const again = await readDraft(calls, item.id);
  if (again.kind !== 'ok') return again;
  if (again.value === null) return { kind: 'missing' };
  return calls.one(sendItemRequest(refTo(again.value.item)));
}

/** The copy in Sent Items. Where Exchange took the mail, it counts as accepted even if the copy does not show yet. */
async function found(
  calls: EwsCalls,
  name: MailName,
  draft: EwsItem,
  taken: boolean,
  wait: Wait,
): Promise<SendOutcome> {
  for (const pauseMs of taken ? patience : patience.slice(0, 2)) {
    if (pauseMs > 0) await wait(pauseMs);
    const copy = await findInSent(calls, name);
    if (copy.kind !== 'ok') return taken ? accepted(draft) : copy;
    if (copy.value !== null) return accepted(copy.value);
  }
  return taken ? accepted(draft) : refused(goneWords);
}

function accepted(item: EwsItem): SendOutcome {
  const id = stableId({ ...item, isDraft: false }, true);
  return {
    kind: 'accepted',
    id,
    threadId: branded<ThreadId>(item.conversationId ?? id),
    messageId: messageId(item.internetMessageId ?? ''),
  };
}

function refused(reason: string): SendOutcome {
  return { kind: 'refused', reason, recipients: [] };
}
