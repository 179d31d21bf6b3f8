import type { Mailbox, MailboxMessage, SentClue } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import { asCallFailure, type EwsCalls } from './ews-calls.ts';
import type { FolderBook, MailFolders } from './folders.ts';
import { itemsIn, type EwsItem } from './items/ews-item.ts';
import { readMessages } from './items/read-messages.ts';
import { search } from './items/search.ts';
import { stableId } from './items/stable-id.ts';
import { getConversationRequest } from './requests/find-requests.ts';
import { field } from './requests/properties.ts';
import { anyOf, isEqualTo } from './requests/restriction.ts';
import { descendant, type XmlElement } from './xml/element.ts';

/** How many of the named Message-IDs are searched for: the nearest ones name what is meant. */
const maxNames = 3;

/** Items of a conversation that are looked at, newest first. */
const maxInConversation = 50;

type Parts = { readonly calls: EwsCalls; readonly book: FolderBook };

/**
 * Finds the mail in Sent that a clue points to: by Message-ID in all folders at once, else the newest of its conversation
 * (GetConversationItems).
 */
export function createFindSent(parts: Parts): Mailbox['findSent'] {
  return async (clue) => {
    const folders = await parts.book.read();
    if (folders.kind !== 'ok') return folders;
    const named = await findNamed(parts.calls, clue, folders.value);
    if (named.kind !== 'ok' || named.value !== null) return named;
    return newestInConversation(parts.calls, clue, folders.value);
  };
}

async function findNamed(
  calls: EwsCalls,
  clue: SentClue,
  folders: MailFolders,
): Promise<Outcome<MailboxMessage | null>> {
  const names = clue.messageIds.slice(0, maxNames);
  if (names.length === 0) return { kind: 'ok', value: null };
  const path = field('message:InternetMessageId');
  const found = await search(calls, {
    folders: folders.watched,
    restriction: anyOf(names.map((name) => isEqualTo(path, `<${name}>`))),
    paths: [],
  });
  if (found.kind !== 'ok') return found;
  const ids = found.value.flat().map(({ id }) => id);
  const sent = await readSent(calls, ids, folders);
  if (sent.kind !== 'ok') return sent;
  const own = names.map((name) =>
    sent.value.find((message) => ownMessageId(message.headers) === name),
  );
  return { kind: 'ok', value: own.find((message) => message !== undefined) ?? null };
}

async function newestInConversation(
  calls: EwsCalls,
  clue: SentClue,
  folders: MailFolders,
): Promise<Outcome<MailboxMessage | null>> {
  // An item without a conversation stands for itself.
  if (String(clue.threadId) === String(clue.id)) return { kind: 'ok', value: null };
  const paths = [
    field('item:ParentFolderId'),
    field('item:IsDraft'),
    field('item:IsFromMe'),
    field('item:DateTimeReceived'),
    field('message:InternetMessageId'),
  ];
  const part = await calls.one(getConversationRequest(clue.threadId, paths, maxInConversation));
  if (part.kind === 'missing') return { kind: 'ok', value: null };
  if (part.kind !== 'ok') return asCallFailure(part, '');
  const items = conversationItems(part.part).filter(({ isDraft }) => !isDraft);
  const isOurs = (item: EwsItem) => item.isFromMe || item.parentFolderId === folders.sent;
  const clueAt = items.find((item) => stableId(item, isOurs(item)) === clue.id)?.receivedAt;
  const candidates = items.filter(
    (item) => isOurs(item) && (item.receivedAt ?? 0) <= (clueAt ?? Infinity),
  );
  const newestFirst = candidates.toSorted(
    (one, other) => (other.receivedAt ?? 0) - (one.receivedAt ?? 0),
  );
  const sent = await readSent(
    calls,
    newestFirst.slice(0, maxNames).map(({ id }) => id),
    folders,
  );
  return sent.kind === 'ok' ? { kind: 'ok', value: sent.value[0] ?? null } : sent;
}

function conversationItems(part: XmlElement): readonly EwsItem[] {
  const nodes = descendant(part, 'Conversation', 'ConversationNodes')?.children ?? [];
  return nodes.flatMap(itemsIn);
}

async function readSent(
  calls: EwsCalls,
  ids: readonly string[],
  folders: MailFolders,
): Promise<Outcome<readonly MailboxMessage[]>> {
  if (ids.length === 0) return { kind: 'ok', value: [] };
  const { read, failure } = await readMessages(calls, ids, folders.sent);
  const messages = read.flatMap((one) => (one.kind === 'message' ? [one.message] : []));
  const sent = messages.filter((message) => message.sent);
  if (failure !== null && sent.length === 0) return failure;
  return { kind: 'ok', value: sent };
}
