import type { ExchangeFolder } from '../../../exchange/mailbox.ts';
import { badRequest } from '../errors.ts';
import { contextOf, jsonBody, type GraphCall, type Handler } from '../graph-call.ts';
import { folderBy, folderIdOf, rootFolderId } from '../ids.ts';
import type { Json } from '../view.ts';

const inboxOf = ({ mailbox }: GraphCall): ExchangeFolder => folderBy(mailbox, 'inbox');

const own = ({ mailbox }: GraphCall): readonly ExchangeFolder[] =>
  mailbox.folders().filter(({ wellKnown }) => wellKnown === null);

const folderJson = (call: GraphCall, folder: ExchangeFolder): Json => {
  const items = call.mailbox.items().filter(({ folderId }) => folderId === folder.id);
  const all: Json = {
    displayName: folder.name,
    parentFolderId: folder.wellKnown === null ? folderIdOf(inboxOf(call)) : rootFolderId,
    childFolderCount: folder.wellKnown === 'inbox' ? own(call).length : 0,
    unreadItemCount: items.filter(({ isRead }) => !isRead).length,
    totalItemCount: items.length,
    isHidden: false,
  };
  const select = call.query.get('$select')?.split(',') ?? null;
  return {
    id: folderIdOf(folder),
    ...Object.fromEntries(
      Object.entries(all).filter(([name]) => select === null || select.includes(name)),
    ),
  };
};

const rootJson = (call: GraphCall): Json => ({
  id: rootFolderId,
  displayName: 'Top of Information Store',
  parentFolderId: rootFolderId,
  childFolderCount: call.mailbox.folders().length - own(call).length,
  unreadItemCount: 0,
  totalItemCount: 0,
  isHidden: false,
});

const collection = (call: GraphCall, folders: readonly ExchangeFolder[], context: string) => {
  const size = Number(call.query.get('$top') ?? call.pageSize ?? 10);
  const start = Number(call.query.get('$skip') ?? 0);
  const next = new URL(call.url);
  next.searchParams.set('$skip', String(start + size));
  return Response.json({
    '@odata.context': contextOf(call, context),
    value: folders.slice(start, start + size).map((folder) => folderJson(call, folder)),
    ...(start + size < folders.length ? { '@odata.nextLink': next.toString() } : {}),
  });
};

/** GET /me/mailFolders: those directly below the root. */
export const listFolders: Handler = (call) =>
  collection(
    call,
    call.mailbox.folders().filter(({ wellKnown }) => wellKnown !== null),
    'mailFolders',
  );

/** GET /me/mailFolders/{id}/childFolders: people's own folders hang below the inbox. */
export const listChildFolders: Handler = (call) => {
  const parent = call.ids['folder'] ?? '';
  const isInbox = parent !== rootFolderId && folderBy(call.mailbox, parent).wellKnown === 'inbox';
  return collection(call, isInbox ? own(call) : [], `mailFolders('${parent}')/childFolders`);
};

/** GET /me/mailFolders/{id}. */
export const getFolder: Handler = (call) => {
  const id = call.ids['folder'] ?? '';
  const json =
    id.toLowerCase() === 'msgfolderroot' || id === rootFolderId
      ? rootJson(call)
      : folderJson(call, folderBy(call.mailbox, id));
  return Response.json({ '@odata.context': contextOf(call, 'mailFolders/$entity'), ...json });
};

/** POST /me/mailFolders. */
export const createFolder: Handler = (call) => {
  const { displayName } = jsonBody(call);
  if (typeof displayName !== 'string' || displayName === '')
    throw badRequest('ErrorInvalidRequest', 'The displayName is missing.');
  const folder = call.mailbox.addFolder(displayName);
  return Response.json(
    { '@odata.context': contextOf(call, 'mailFolders/$entity'), ...folderJson(call, folder) },
    { status: 201 },
  );
};
