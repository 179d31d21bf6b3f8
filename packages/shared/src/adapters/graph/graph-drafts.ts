import type { Drafts } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import { toBase64 } from '../../domain/encoding/base64.ts';
import type { DraftId, MailId } from '../../domain/ids.ts';
import { headerValue } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import { folderSchema, messageSchema, pageSchema, type GraphMessage } from './answers.ts';
import { createDraftSearch } from './draft-search.ts';
import {
  missingIsNull,
  missingIsRefused,
  pathOf,
  type GraphCalls,
  type GraphOutcome,
} from './graph-calls.ts';
import { messagePath, messagesOf } from './graph-messages.ts';
import { mailIdProperty, propertyOf } from './mapi-properties.ts';
import { expandProperties, odataText, withQuery } from './odata.ts';

/** Drafts of one page, and pages looked through, newest first. */
const pageSize = 50;
const maxPages = 5;

/** What is read of a draft: whose it is. */
const whose = {
  select: 'id,isDraft,changeKey,internetMessageHeaders',
  expand: expandProperties([mailIdProperty]),
};

/** The drafts of an Exchange mailbox; `sends` are the calls that go before all others. */
export function createGraphDrafts({ calls, sends }: Record<'calls' | 'sends', GraphCalls>): Drafts {
  return {
    async create({ raw }) {
      // A message as MIME: its own headers, ours included, stay (POST /me/messages with text/plain).
      const text = toBase64(new TextEncoder().encode(raw));
      const content = { type: 'text/plain', text };
      const made = missingIsRefused(
        await sends.post('/me/messages', content, folderSchema),
        'This mailbox keeps no drafts.',
      );
      return made.kind === 'ok' ? { kind: 'ok', value: branded<DraftId>(made.value.id) } : made;
    },
    find: (mailId) => findDraft(calls, mailId),
    remove: (id) => removeDraft(sends, id),
    beginning: createDraftSearch(calls),
  };
}

/** Deletes a draft, and nothing that has left: with immutable ids the sent mail has the draft's name. */
async function removeDraft(calls: GraphCalls, id: DraftId): Promise<Outcome<null>> {
  const read = missingIsNull(await calls.get(messagePath(id, whose), messageSchema));
  if (read.kind !== 'ok') return read;
  if (read.value?.isDraft !== true) return { kind: 'ok', value: null };
  const gone = missingIsNull(await calls.remove(messagePath(id), unchanged(read.value)));
  return gone.kind === 'ok' ? { kind: 'ok', value: null } : gone;
}

/** Lets a call fail where the item is another than it was (RFC 9110 section 13.1.1): in between it may have left. */
export function unchanged({ changeKey }: GraphMessage): { readonly ifMatch?: string } {
  return changeKey === null ? {} : { ifMatch: `W/"${changeKey}"` };
}

/** The draft with our header: Exchange is asked for it first, and then the drafts are looked through, since its word for "none" is not certain [doubt]. */
async function findDraft(calls: GraphCalls, mailId: MailId): Promise<Outcome<DraftId | null>> {
  const asked = await calls.get(searchPath(mailId), pageSchema);
  const found = draftIn(asked, mailId);
  if (found !== null) return { kind: 'ok', value: found };
  let path = withQuery('/me/mailFolders/drafts/messages', { top: String(pageSize), ...whose });
  for (let page = 0; page < maxPages; page += 1) {
    const listed = await calls.get(path, pageSchema);
    const list = missingIsRefused(listed, 'This mailbox lists no drafts.');
    if (list.kind !== 'ok') return list;
    const listedDraft = draftIn(listed, mailId);
    if (listedDraft !== null) return { kind: 'ok', value: listedDraft };
    const link = list.value['@odata.nextLink'];
    if (link === undefined) return { kind: 'ok', value: null };
    const next = pathOf(link);
    if (next === null) return { kind: 'unknown', cause: 'malformed-answer' };
    path = next;
  }
  // "Not there" would be a guess now, and a second copy could be made on the strength of it.
  const count = pageSize * maxPages;
  const reason = `This mailbox holds more than ${count} drafts. Delete drafts you no longer need.`;
  return { kind: 'refused', reason, recipients: [] };
}

/** Messages in any folder whose property has this value (Graph, "singleValueLegacyExtendedProperty: get", filter). */
function searchPath(mailId: MailId): string {
  const named = `ep/id eq ${odataText(mailIdProperty)} and ep/value eq ${odataText(mailId)}`;
  return withQuery('/me/messages', {
    filter: `singleValueExtendedProperties/any(ep: ${named})`,
    ...whose,
  });
}

function draftIn(
  answer: GraphOutcome<Parameters<typeof messagesOf>[0]>,
  mailId: MailId,
): DraftId | null {
  if (answer.kind !== 'ok') return null;
  const { messages } = messagesOf(answer.value);
  // The copy in Sent bears the header, too.
  const found = messages.find((message) => message.isDraft === true && isOf(message, mailId));
  return found === undefined ? null : branded<DraftId>(found.id);
}

function isOf(message: GraphMessage, mailId: MailId): boolean {
  const named =
    propertyOf(message.singleValueExtendedProperties, mailIdProperty) ??
    headerValue(message.internetMessageHeaders, mailIdHeader);
  return named?.trim() === mailId;
}
