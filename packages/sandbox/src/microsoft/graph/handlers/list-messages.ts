import type { ExchangeItem } from '../../../exchange/mailbox.ts';
import { badRequest } from '../errors.ts';
import { contextOf, type GraphCall, type Handler } from '../graph-call.ts';
import { folderBy } from '../ids.ts';
import { parseFilter } from '../odata/filter.ts';
import { matches } from '../odata/match.ts';
import { byOrder, checkOrder, parseOrder } from '../odata/order.ts';
import { readableMessage } from '../odata/readable-message.ts';
import { wantedBy } from '../odata/wanted.ts';
import { messageIn } from './message-answer.ts';

const known = new Set(['$filter', '$select', '$expand', '$orderby', '$top', '$skip', '$count']);

const whole = (query: URLSearchParams, name: string, otherwise: number): number => {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^\d+$/.test(text))
    throw badRequest('BadRequest', `Invalid value '${text}' for $${name} query option found.`);
  return Number(text);
};

const chosen = ({ query, view }: GraphCall, items: readonly ExchangeItem[]) => {
  const text = query.get('$filter');
  const filter = text === null || text.trim() === '' ? null : parseFilter(text);
  const orderBy = query.get('$orderby');
  const order = orderBy === null ? [] : parseOrder(orderBy);
  checkOrder(filter, order);
  const readables = items
    .map((item) => ({ item, readable: readableMessage({ ...view, item }) }))
    .filter(({ readable }) => filter === null || matches(filter, readable));
  const compare = byOrder(order);
  return order.length === 0
    ? readables
    : readables.toSorted((a, b) => compare(a.readable, b.readable));
};

const answer = (call: GraphCall, items: readonly ExchangeItem[], context: string): Response => {
  const { query, url } = call;
  for (const name of query.keys())
    if (name.startsWith('$') && !known.has(name))
      throw badRequest('BadRequest', `The query option '${name}' is not supported here.`);
  const wanted = wantedBy(query);
  const found = chosen(call, items);
  const size = Math.max(1, Math.min(whole(query, '$top', call.pageSize ?? 10), 1000));
  const start = whole(query, '$skip', 0);
  const page = found.slice(start, start + size);
  const next = new URL(url);
  next.searchParams.set('$skip', String(start + size));
  const select = query.get('$select');
  return Response.json({
    '@odata.context': contextOf(call, select === null ? context : `${context}(${select})`),
    ...(query.get('$count') === 'true' ? { '@odata.count': found.length } : {}),
    value: page.map(({ item }) => messageIn(call, item, wanted)),
    ...(start + size < found.length ? { '@odata.nextLink': next.toString() } : {}),
  });
};

/** GET /me/messages: of all folders, the newest first unless `$orderby` says otherwise. */
export const listMessages: Handler = (call) => answer(call, call.mailbox.items(), 'messages');

/** GET /me/mailFolders/{id}/messages. */
export const listFolderMessages: Handler = (call) => {
  const folder = folderBy(call.mailbox, call.ids['folder'] ?? '');
  const items = call.mailbox.items().filter(({ folderId }) => folderId === folder.id);
  return answer(call, items, `mailFolders('${call.ids['folder'] ?? ''}')/messages`);
};
