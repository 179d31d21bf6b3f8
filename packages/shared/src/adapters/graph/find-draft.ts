import type { Drafts } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import type { DraftId, MailId } from '../../domain/ids.ts';
import { headerValue } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import { pageSchema, type GraphMessage } from './answers.ts';
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
import type { Place } from './own-addresses.ts';

/** Drafts of one page, and pages looked through, newest first. */
const pageSize = 50;
const maxPages = 5;

/** Drafts that show no header at all and are read themselves, and how much of each: its header. */
const maxRead = 5;
const headBytes = 32 * 1024;

/** What is read of a draft: whose it is. */
const whose = {
  select: 'id,isDraft,changeKey,parentFolderId,internetMessageHeaders',
  expand: expandProperties([mailIdProperty]),
};

/** The draft with our header: Exchange is asked for it first, and then the drafts are looked through, since its word for "none" is not certain [doubt]. */
export function createFindDraft(
  calls: GraphCalls,
  readPlace: () => Promise<Outcome<Place>>,
): Drafts['find'] {
  const read: KnownDrafts = new Map();
  return async (mailId) => {
    const place = await readPlace();
    if (place.kind !== 'ok') return place;
    return findDraft(calls, read, { mailId, deleted: place.value.deletedFolder });
  };
}

/** The draft that is looked for, and the folder in which a deleted one may lie: it is a draft no more [doubt]. */
type Wanted = { readonly mailId: MailId; readonly deleted: string };

/** Drafts that were read themselves, by their change key: the mailId in each, or null. */
type KnownDrafts = Map<string, string | null>;

async function findDraft(
  calls: GraphCalls,
  known: KnownDrafts,
  wanted: Wanted,
): Promise<Outcome<DraftId | null>> {
  const { mailId } = wanted;
  const asked = await calls.get(searchPath(mailId), pageSchema);
  const found = draftIn(asked, wanted);
  if (found !== null) return { kind: 'ok', value: found };
  let path = withQuery('/me/mailFolders/drafts/messages', { top: String(pageSize), ...whose });
  for (let page = 0; page < maxPages; page += 1) {
    const listed = await calls.get(path, pageSchema);
    const list = missingIsRefused(listed, 'This mailbox lists no drafts.');
    if (list.kind !== 'ok') return list;
    const listedDraft = draftIn(listed, wanted);
    if (listedDraft !== null) return { kind: 'ok', value: listedDraft };
    if (page === 0) {
      const read = await inRaw(calls, known, messagesOf(list.value).messages, mailId);
      if (read.kind !== 'ok' || read.value !== null) return read;
    }
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
  { mailId, deleted }: Wanted,
): DraftId | null {
  if (answer.kind !== 'ok') return null;
  const { messages } = messagesOf(answer.value);
  // The copy in Sent bears the header, too.
  const found = messages.find(
    (message) =>
      message.isDraft === true && message.parentFolderId !== deleted && isOf(message, mailId),
  );
  return found === undefined ? null : branded<DraftId>(found.id);
}

function isOf(message: GraphMessage, mailId: MailId): boolean {
  return shownId(message) === mailId;
}

/** The mailId that a draft shows, or null. */
function shownId(message: GraphMessage): string | null {
  const named =
    propertyOf(message.singleValueExtendedProperties, mailIdProperty) ??
    headerValue(message.internetMessageHeaders, mailIdHeader);
  return named?.trim() ?? null;
}

/** Where neither headers nor the property of a draft are shown, its text is: of the newest ones, which an unknown answer is about. */
async function inRaw(
  calls: GraphCalls,
  known: KnownDrafts,
  drafts: readonly GraphMessage[],
  mailId: MailId,
): Promise<Outcome<DraftId | null>> {
  const silent = drafts.filter((draft) => draft.isDraft === true && shownId(draft) === null);
  for (const { id, changeKey } of silent.slice(0, maxRead)) {
    const key = changeKey ?? id;
    if (!known.has(key)) {
      const read = missingIsNull(await calls.getBytes(`${messagePath(id)}/$value`, headBytes));
      if (read.kind !== 'ok') return read;
      known.set(key, mailIdIn(read.value ?? new Uint8Array()));
    }
    if (known.get(key) === mailId) return { kind: 'ok', value: branded<DraftId>(id) };
  }
  return { kind: 'ok', value: null };
}

function mailIdIn(raw: Uint8Array): string | null {
  const text = new TextDecoder().decode(raw);
  const lines = text.slice(0, /\r?\n\r?\n/.exec(text)?.index).split(/\r?\n/);
  const field = lines.find((line) => line.toLowerCase().startsWith(`${mailIdHeader}:`));
  return field?.slice(mailIdHeader.length + 1).trim() ?? null;
}
