import { createHash } from 'node:crypto';

import type { Account, StoredMessage } from '../accounts.ts';
import type { Web } from '../google/web.ts';
import { readMessage } from './mail/read-message.ts';
import { rowsOf } from './mail/rows.ts';
import { isFound, isInView } from './mail/views.ts';
import type { PageAccount } from './page-accounts.ts';
import type { ListData, MessageData, ThreadData } from './page-data.ts';

/** Answers the page's own questions, which Gmail asks over its sync traffic: lists, threads, labels, Undo. */
export async function answerData(
  page: PageAccount,
  question: string,
  request: Request,
  web: Web,
): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const id = searchParams.get('id') ?? '';
  switch (question) {
    case 'list':
      return Response.json(await list(page.account, searchParams, web));
    case 'version':
      return Response.json({ version: versionOf(page.account) });
    case 'thread':
      return Response.json(await thread(page, id, web));
    case 'draft':
      return maybe(await draft(page, idOfDraft(page, searchParams, web), web));
    case 'label':
      label(page.account, searchParams);
      return Response.json({});
    case 'discard':
      web.discard(page.account, searchParams.get('key') ?? '');
      return Response.json({});
    case 'undo':
      return maybe(await undo(page, id, web));
    default:
      return maybe(null);
  }
}

function everything(account: Account): readonly StoredMessage[] {
  return [...account.messages(), ...account.messages('DRAFT')];
}

async function list(account: Account, asked: URLSearchParams, web: Web): Promise<ListData> {
  const messages = await Promise.all(
    everything(account).map(async (stored) => ({
      stored: asPageHasIt(stored, web),
      content: await readMessage(stored),
    })),
  );
  const query = asked.get('q');
  const view = asked.get('view') ?? 'inbox';
  const inbox = messages.filter((message) => isInView(message, 'inbox'));
  return {
    rows: rowsOf(
      messages,
      (message) => (query === null ? isInView(message, view) : isFound(message, query)),
      { me: account.address, view },
    ),
    unreadInbox: new Set(
      inbox
        .filter(({ stored }) => stored.labelIds.includes('UNREAD'))
        .map(({ stored }) => stored.threadId),
    ).size,
    drafts: messages.filter((message) => isInView(message, 'drafts')).length,
  };
}

// Whatever the API calls it, in the page a mail that waits for its time is under Scheduled.
function asPageHasIt(stored: StoredMessage, web: Web): StoredMessage {
  return web.scheduledAt(stored.id) === undefined ? stored : { ...stored, labelIds: ['SCHEDULED'] };
}

function versionOf(account: Account): string {
  const state = everything(account).map(({ id, labelIds }) => `${id}:${labelIds.join(',')}`);
  return createHash('sha1').update(state.join(' ')).digest('base64url');
}

async function thread(page: PageAccount, threadId: string, web: Web): Promise<ThreadData> {
  const stored = everything(page.account)
    .filter((message) => message.threadId === threadId)
    .toSorted((a, b) => a.internalDate - b.internalDate);
  const messages = await Promise.all(stored.map((message) => messageData(page, message, web)));
  return { threadId, subject: messages[0]?.subject ?? '', messages };
}

function idOfDraft(page: PageAccount, asked: URLSearchParams, web: Web): string {
  const key = asked.get('key');
  return (key === null ? asked.get('id') : web.draft(page.account, key)?.message.id) ?? '';
}

// From here on the draft's own window saves to it, whoever wrote it.
async function draft(page: PageAccount, id: string, web: Web): Promise<MessageData | null> {
  const stored = page.account.find(id);
  if (stored === undefined || !stored.labelIds.includes('DRAFT')) return null;
  const keys = page.keys.keysOf(stored);
  page.keys.bind(keys, stored);
  web.openDraft(page.account, keys.key, id);
  return messageData(page, stored, web);
}

async function undo(page: PageAccount, id: string, web: Web): Promise<MessageData | null> {
  const back = web.undo(page.account, id);
  if (back === undefined) return null;
  const key = page.keys.keyOf(id);
  if (key !== undefined) page.keys.bind(key, back);
  return messageData(page, back, web);
}

async function messageData(
  page: PageAccount,
  given: StoredMessage,
  web: Web,
): Promise<MessageData> {
  const stored = asPageHasIt(given, web);
  return {
    ...(await readMessage(given)),
    id: stored.id,
    threadId: stored.threadId,
    at: stored.internalDate,
    labels: stored.labelIds,
    scheduledAt: web.scheduledAt(stored.id) ?? null,
    draft: stored.labelIds.includes('DRAFT') ? page.keys.keysOf(stored) : null,
  };
}

function label(account: Account, asked: URLSearchParams): void {
  const threadId = asked.get('id');
  const change = { add: asked.getAll('add'), remove: asked.getAll('remove') };
  for (const message of account.messages()) {
    if (message.threadId === threadId) account.relabel(message.id, change);
  }
}

function maybe(data: unknown): Response {
  return data === null ? new Response('Not found', { status: 404 }) : Response.json(data);
}
