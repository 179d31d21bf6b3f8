import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import type { Google } from '../../google/google.ts';
import { htmlToText } from '../mail/html-to-text.ts';
import { readMessage } from '../mail/read-message.ts';
import { writeComposedMail } from '../mail/write-composed-mail.ts';
import type { PageAccount } from '../page-accounts.ts';
import { trafficShape } from '../traffic/traffic-shapes.ts';
import type { AnsweredThread } from './build-sync-response.ts';
import { buildSyncResponse } from './build-sync-response.ts';
import { parseSyncRequest } from './parse-sync-request.ts';
import type { SyncMessage, SyncUpdate } from './sync-message.ts';

type Context = { readonly google: Pick<Google, 'web'>; readonly now: () => number };

/** Answers POST /sync/u/N/i/s: saves drafts and sends, and names what came of each; in the shape that the page speaks. */
export async function answerSync(
  account: PageAccount,
  request: Request,
  context: Context,
): Promise<Response> {
  const shape = trafficShape(request.headers.get('x-sandbox-traffic'));
  const body = (await request.text()).slice(shape.requestPrefix.length);
  const updates = parseSyncRequest(shape.readRequest(JSON.parse(body)));
  const threads: AnsweredThread[] = [];
  for (const update of updates) {
    if (update.message !== null)
      threads.push(await store(account, update, update.message, context));
  }
  const numbers = updates.map((update) => update.number);
  const now = context.now();
  // Gmail's counter grows with every change; seconds do as well and need no state.
  const answer = buildSyncResponse(threads, numbers, { version: Math.floor(now / 1000), now });
  await wait(shape.lateMs);
  return new Response(shape.answerPrefix + JSON.stringify(shape.writeAnswer(answer)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

async function store(
  { account, keys }: PageAccount,
  { number, threadKey }: SyncUpdate,
  message: SyncMessage,
  { google: { web }, now }: Context,
): Promise<AnsweredThread> {
  const threadId = keys.threadIdOf(threadKey);
  const from = message.from ?? { address: account.address, name: account.name };
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
