import type { DeltaPage, DeltaQuestion } from '../deltas.ts';
import { badRequest } from '../errors.ts';
import { contextOf, type GraphCall, type GraphTools, type Handler } from '../graph-call.ts';
import { folderBy, messageIdOf } from '../ids.ts';
import { parseFilter, type Filter } from '../odata/filter.ts';
import { wantedBy } from '../odata/wanted.ts';
import { messageIn } from './message-answer.ts';

const unsupported = (what: string): Error =>
  badRequest('ErrorInvalidUrlQuery', `The query ${what} is not supported for messages' delta.`);

// Only `receivedDateTime ge` and `gt` are ("message: delta", Optional query parameters).
const sinceOf = (filter: Filter | null): number => {
  if (filter === null) return 0;
  const { kind } = filter;
  if (kind !== 'compare' || filter.path !== 'receivedDateTime') throw unsupported('$filter');
  const { by, to } = filter;
  if (typeof to !== 'object' || to === null || (by !== 'ge' && by !== 'gt'))
    throw unsupported('$filter');
  return by === 'ge' ? to.at : to.at + 1;
};

const questionOf = (
  { mailbox, ids, query }: GraphCall,
  { switches }: GraphTools,
): DeltaQuestion => {
  const filter = query.get('$filter');
  const order = query.get('$orderby');
  if (order !== null && !/^receivedDateTime desc$/i.test(order.trim()))
    throw unsupported('$orderby');
  const changeType = query.get('changeType');
  const isKind =
    changeType === null ||
    changeType === 'created' ||
    changeType === 'updated' ||
    changeType === 'deleted';
  if (!isKind) throw unsupported('changeType');
  return {
    folderId: folderBy(mailbox, ids['folder'] ?? '').id,
    wanted: wantedBy(query),
    changeType,
    since: sinceOf(filter === null ? null : parseFilter(filter)),
    hides: ({ heldUntil }) => heldUntil !== null && switches.heldInDelta === 'hidden',
  };
};

const answer = (call: GraphCall, { question, entries, next }: DeltaPage): Response => {
  const folder = call.ids['folder'] ?? '';
  const select = question.wanted.select?.join(',') ?? null;
  const context = `mailFolders('${folder}')/messages`;
  const link = new URL(`https://graph.microsoft.com${call.url.pathname}`);
  link.searchParams.set(next.kind === 'more' ? '$skiptoken' : '$deltatoken', next.token);
  return Response.json({
    '@odata.context': contextOf(
      call,
      `${select === null ? context : `${context}(${select})`}/$delta`,
    ),
    value: entries.map((entry) =>
      entry.kind === 'present'
        ? {
            '@odata.type': '#microsoft.graph.message',
            ...messageIn(call, entry.item, question.wanted),
          }
        : {
            '@removed': { reason: 'deleted' },
            id: messageIdOf({ id: entry.itemId, folderId: question.folderId }, call.view.immutable),
          },
    ),
    [next.kind === 'more' ? '@odata.nextLink' : '@odata.deltaLink']: link.toString(),
  });
};

/** GET /me/mailFolders/{id}/messages/delta: the whole folder in the first round, then what changed since. */
export const getDelta: Handler = (call, tools) => {
  const { mailbox, query, pageSize } = call;
  const size = Math.max(1, pageSize ?? 10);
  const token = query.get('$skiptoken') ?? query.get('$deltatoken');
  return answer(
    call,
    token === null
      ? tools.deltas.begin(mailbox, questionOf(call, tools), size)
      : tools.deltas.goOn(mailbox, token, size),
  );
};
