import { setTimeout as wait } from 'node:timers/promises';

import type { Google } from '../../google/google.ts';
import { htmlToText } from '../../mail/html-to-text.ts';
import type { PageAccount } from '../page-accounts.ts';
import { trafficShape } from '../traffic/traffic-shapes.ts';
import type { AnsweredThread } from './build-sync-response.ts';
import { buildSyncResponse } from './build-sync-response.ts';
import { carryOut } from './carry-out.ts';
import type { MergeLimit } from './merge-limit.ts';
import { parseSyncRequest } from './parse-sync-request.ts';
import type { SyncMessage, SyncUpdate } from './sync-message.ts';

type Context = {
  readonly google: Pick<Google, 'web' | 'switches'>;
  readonly now: () => number;
  readonly mergeLimit: MergeLimit;
};

/**
 * Answers POST /sync/u/N/i/s: saves drafts, sends and schedules, and names what came of each; in the shape
 * that the page speaks. 429 where Gmail's own mail merge is over its limit.
 */
export async function answerSync(
  account: PageAccount,
  request: Request,
  context: Context,
): Promise<Response> {
  const shape = trafficShape(request.headers.get('x-sandbox-traffic'));
  const body = (await request.text()).slice(shape.requestPrefix.length);
  const updates = parseSyncRequest(shape.readRequest(JSON.parse(body)));
  const merged = updates.flatMap(({ message }) =>
    message !== null && message.merges && message.purpose !== 'save' ? message.to : [],
  );
  if (!context.mergeLimit.take(account.account.address, merged.length)) {
    return new Response('The limit for mail merge is reached.', { status: 429 });
  }
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
  { google, now }: Context,
): Promise<AnsweredThread> {
  const threadId = keys.threadIdOf(threadKey);
  const from = message.from ?? { address: account.address, name: account.name };
  const stored = await carryOut(account, { ...message, from }, { threadId, google, now });
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
