import type { Addition } from '../api-call.ts';
import { answerOf, badRequest, notFound } from '../errors.ts';

type MessageRef = { id: string; threadId: string; labelIds?: string[] };
type HistoryRecord = {
  id: string;
  messages: MessageRef[];
  messagesAdded?: { message: MessageRef }[];
  messagesDeleted?: { message: MessageRef }[];
  labelsAdded?: { message: MessageRef; labelIds: string[] }[];
  labelsRemoved?: { message: MessageRef; labelIds: string[] }[];
};

/** Where each account's history begins: what was before is forgotten. */
const floors = new WeakMap<object, string>();

/** Forgets an account's history up to `historyId`, as Google does after a week, sometimes after hours. */
export const forgetHistoryBefore = (account: object, historyId: string): void => {
  floors.set(account, historyId);
};

const brief = ({ id, threadId, labelIds }: MessageRef): MessageRef => ({
  id,
  threadId,
  ...(labelIds ? { labelIds } : {}),
});

const mended = <T extends { message: MessageRef }>(entries: T[] | undefined): T[] | undefined =>
  entries?.map((entry) => ({ ...entry, message: brief(entry.message) }));

/** history.list by the emulator; here 404 for a start that is forgotten, and Google's shape of the answer. */
export const listHistory: Addition = async (call, { forward, ids }) => {
  const start = call.query.get('startHistoryId') ?? '';
  if (!/^\d{1,20}$/.test(start)) return answerOf(badRequest('Invalid value for startHistoryId'));
  if (BigInt(start) < BigInt(floors.get(call.mailbox) ?? '1')) return answerOf(notFound());

  const answer = await forward(call);
  if (!answer.ok) return answer;
  const page: { history: HistoryRecord[]; nextPageToken?: string } = JSON.parse(
    await answer.text(),
  );
  return Response.json({
    ...(page.history.length > 0
      ? {
          history: page.history.map((record) => ({
            ...record,
            messages: record.messages.map(({ id, threadId }) => ({ id, threadId })),
            messagesAdded: mended(record.messagesAdded),
            messagesDeleted: mended(record.messagesDeleted),
            labelsAdded: mended(record.labelsAdded),
            labelsRemoved: mended(record.labelsRemoved),
          })),
        }
      : {}),
    nextPageToken: page.nextPageToken,
    historyId: ids.latestHistory(),
  });
};
