import type { StoredMessage } from '../../accounts.ts';
import type { Addition, ApiCall, ApiTools } from '../api-call.ts';
import { answerOf, badRequest } from '../errors.ts';
import { matcherOf } from '../query/match.ts';
import { parseQuery, reachesSpamAndTrash } from '../query/parse.ts';

const HIDDEN = new Set(['SPAM', 'TRASH']);

/** What `q`, `labelIds` and `includeSpamTrash` leave of a mailbox, newest first. */
const chosen = ({ query, mailbox }: ApiCall, { emulator, clock }: ApiTools) => {
  const q = parseQuery(query.get('q') ?? '');
  const labelIds = query.getAll('labelIds');
  const everywhere =
    query.get('includeSpamTrash') === 'true' ||
    reachesSpamAndTrash(q) ||
    labelIds.some((label) => HIDDEN.has(label));
  const labels = emulator.tables.labels
    .findBy('user_email', mailbox.address)
    .map((label) => ({ id: label.gmail_id, name: label.name }));
  const matches = matcherOf(q, { now: clock(), address: mailbox.address, labels });
  return mailbox
    .everything()
    .filter((message) => everywhere || !message.labelIds.some((label) => HIDDEN.has(label)))
    .filter((message) => labelIds.every((label) => message.labelIds.includes(label)))
    .filter(matches);
};

const paged = (query: URLSearchParams, all: readonly object[], name: string): Response => {
  const size = Math.min(Number(query.get('maxResults') ?? 100) || 100, 500);
  const token = query.get('pageToken') ?? '0';
  if (!/^\d+$/.test(token)) return answerOf(badRequest('Invalid pageToken'));
  const start = Number(token);
  const page = all.slice(start, start + size);
  return Response.json({
    ...(page.length > 0 ? { [name]: page } : {}),
    ...(start + size < all.length ? { nextPageToken: String(start + size) } : {}),
    resultSizeEstimate: all.length,
  });
};

/** messages.list with Gmail's search; the emulator's knows no OR, groups, quotes, `newer_than:` or `in:anywhere`. */
export const listMessages: Addition = (call, tools) =>
  paged(
    call.query,
    chosen(call, tools).map(({ id, threadId }) => ({ id, threadId })),
    'messages',
  );

/** threads.list: threads with a message that the search finds. */
export const listThreads: Addition = (call, tools) => {
  const newest = new Map<string, StoredMessage>();
  for (const message of chosen(call, tools))
    if (!newest.has(message.threadId)) newest.set(message.threadId, message);
  return paged(
    call.query,
    [...newest].map(([id, message]) => ({
      id,
      snippet: call.mailbox.snippetOf(message.id),
      historyId: call.mailbox.historyIdOf(message.id),
    })),
    'threads',
  );
};

/** drafts.list: drafts that the search finds. */
export const listDrafts: Addition = (call, tools) =>
  paged(
    call.query,
    chosen(call, tools).flatMap(({ id, threadId }) => {
      const draftId = call.mailbox.draftId(id);
      return draftId === undefined ? [] : [{ id: draftId, message: { id, threadId } }];
    }),
    'drafts',
  );
