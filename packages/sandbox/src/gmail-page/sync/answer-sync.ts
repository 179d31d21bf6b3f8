import { randomBytes } from 'node:crypto';

import type { Web } from '../../google/web.ts';
import { htmlToText } from '../mail/html-to-text.ts';
import { readMessage } from '../mail/read-message.ts';
import { writeComposedMail } from '../mail/write-composed-mail.ts';
import type { PageAccount } from '../page-accounts.ts';
import type { AnsweredThread } from './build-sync-response.ts';
import { buildSyncResponse } from './build-sync-response.ts';
import { parseSyncRequest } from './parse-sync-request.ts';
import type { SyncMessage, SyncUpdate } from './sync-message.ts';

type Context = { readonly web: Web; readonly now: () => number };

/** Answers POST /sync/u/N/i/s: saves drafts and sends, and names what came of each. */
export async function answerSync(
  account: PageAccount,
  body: string,
  context: Context,
): Promise<Response> {
  const updates = parseSyncRequest(body);
  const threads: AnsweredThread[] = [];
  for (const update of updates) {
    if (update.message !== null)
      threads.push(await store(account, update, update.message, context));
  }
  const numbers = updates.map((update) => update.number);
  const now = context.now();
  // Gmail's counter grows with every change; seconds do as well and need no state.
  return Response.json(
    buildSyncResponse(threads, numbers, { version: Math.floor(now / 1000), now }),
  );
}

async function store(
  { account, keys }: PageAccount,
  { number, threadKey }: SyncUpdate,
  message: SyncMessage,
  { web, now }: Context,
): Promise<AnsweredThread> {
  const threadId = keys.threadIdOf(threadKey);
  const from = { address: account.address, name: account.name };
  const raw = await writeComposedMail(message, {
    from,
    at: now(),
    messageId: newMessageId(),
    references: await referencesOf(account, message),
  });
  const options = threadId === undefined ? {} : { threadId };
  const stored =
    message.purpose === 'send'
      ? web.send(account, message.key, raw, options)
      : web.saveDraft(account, message.key, raw, options);
  keys.bind({ key: message.key, threadKey }, stored);
  return {
    number,
    threadKey,
    threadId: stored.threadId,
    message: {
      ...message,
      from,
      id: stored.id,
      messageId: stored.messageId,
      snippet: htmlToText(message.html).replaceAll(/\s+/g, ' ').slice(0, 180),
    },
  };
}

// A first one only: Google keeps that of the draft, and gives the sent mail its own.
function newMessageId(): string {
  return `<CA${randomBytes(37).toString('base64url')}@mail.gmail.com>`;
}

async function referencesOf(
  account: PageAccount['account'],
  { inReplyTo }: SyncMessage,
): Promise<readonly string[]> {
  if (inReplyTo === null) return [];
  const answered = account.messages().find(({ messageId }) => messageId === inReplyTo);
  const earlier = answered === undefined ? [] : (await readMessage(answered)).references;
  return [...earlier, inReplyTo];
}
