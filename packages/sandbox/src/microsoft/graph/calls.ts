/** A call of Graph: how it is asked for, which scopes allow it (any one), and what it answers. */
export type CallSpec = {
  readonly call: string;
  readonly method: string;
  /** Under /v1.0/me or /v1.0/users/{id}. */
  readonly path: string;
  readonly scopes: readonly string[];
  /** The type of the answer's body in the CSDL; a collection's member type. Null = no JSON body. */
  readonly answers: string | null;
};

const read = ['Mail.Read', 'Mail.ReadWrite'];
const change = ['Mail.ReadWrite'];
const send = ['Mail.Send'];

const spec = (
  call: string,
  method: string,
  path: string,
  scopes: readonly string[],
  answers: string | null,
): CallSpec => ({ call, method, path, scopes, answers });

const message = 'graph.message';
const folder = 'graph.mailFolder';
const attachment = 'graph.attachment';

/** The calls that the sandbox answers. Their answers are checked against the CSDL. */
export const calls: readonly CallSpec[] = [
  spec('me.get', 'GET', '', ['User.Read'], 'graph.user'),
  spec('messages.list', 'GET', '/messages', read, message),
  spec('messages.create', 'POST', '/messages', change, message),
  spec('messages.get', 'GET', '/messages/{id}', read, message),
  spec('messages.update', 'PATCH', '/messages/{id}', change, message),
  spec('messages.delete', 'DELETE', '/messages/{id}', change, null),
  spec('messages.value', 'GET', '/messages/{id}/$value', read, null),
  spec('messages.send', 'POST', '/messages/{id}/send', send, null),
  spec('messages.move', 'POST', '/messages/{id}/move', change, message),
  spec('messages.permanentDelete', 'POST', '/messages/{id}/permanentDelete', change, null),
  spec('messages.createReply', 'POST', '/messages/{id}/createReply', change, message),
  spec('messages.createReplyAll', 'POST', '/messages/{id}/createReplyAll', change, message),
  spec('messages.reply', 'POST', '/messages/{id}/reply', send, null),
  spec('messages.replyAll', 'POST', '/messages/{id}/replyAll', send, null),
  spec('attachments.list', 'GET', '/messages/{id}/attachments', read, attachment),
  spec('attachments.create', 'POST', '/messages/{id}/attachments', change, attachment),
  spec('attachments.get', 'GET', '/messages/{id}/attachments/{attachment}', read, attachment),
  spec('attachments.delete', 'DELETE', '/messages/{id}/attachments/{attachment}', change, null),
  spec(
    'attachments.createUploadSession',
    'POST',
    '/messages/{id}/attachments/createUploadSession',
    change,
    'graph.uploadSession',
  ),
  spec('sendMail', 'POST', '/sendMail', send, null),
  spec('mailFolders.list', 'GET', '/mailFolders', read, folder),
  spec('mailFolders.create', 'POST', '/mailFolders', change, folder),
  spec('mailFolders.get', 'GET', '/mailFolders/{folder}', read, folder),
  spec('mailFolders.children', 'GET', '/mailFolders/{folder}/childFolders', read, folder),
  spec('mailFolders.messages', 'GET', '/mailFolders/{folder}/messages', read, message),
  spec('mailFolders.create message', 'POST', '/mailFolders/{folder}/messages', change, message),
  spec('messages.delta', 'GET', '/mailFolders/{folder}/messages/delta', read, message),
  spec('mailFolders.message', 'GET', '/mailFolders/{folder}/messages/{id}', read, message),
  spec(
    'translateExchangeIds',
    'POST',
    '/translateExchangeIds',
    ['User.ReadBasic', 'User.Read', 'User.ReadWrite'],
    'graph.convertIdResult',
  ),
];

/** A call that was asked for, with what stood in its path. */
export type FoundCall = {
  readonly spec: CallSpec;
  /** Whose: "me", or what stands behind /users/. */
  readonly user: string;
  readonly ids: Readonly<Record<string, string>>;
};

const root = /^\/v1\.0\/(?:(me)|users\/([^/]+))(\/.*)?$/;

// OData lets functions and keys be written in more than one way.
const plain = (segment: string): string =>
  segment.replace(/^microsoft\.graph\./, '').replace(/\(\)$/, '');

const keyed = (rest: string): string => rest.replaceAll(/\('([^']*)'\)/g, '/$1');

/** Which call a method and path ask for; undefined when Graph knows none such. */
export const findCall = (method: string, pathname: string): FoundCall | undefined => {
  const [, me, user = me, rest = ''] = root.exec(keyed(decodeURI(pathname))) ?? [];
  if (user === undefined) return undefined;
  const given = rest
    .replace(/\/$/, '')
    .split('/')
    .map((segment) => plain(decodeURIComponent(segment)));
  for (const candidate of calls) {
    const wanted = candidate.path.split('/');
    if (candidate.method !== method || wanted.length !== given.length) continue;
    const ids: Record<string, string> = {};
    const fits = wanted.every((part, index) => {
      const value = given[index] ?? '';
      if (!part.startsWith('{')) return part.toLowerCase() === value.toLowerCase();
      ids[part.slice(1, -1)] = value;
      return true;
    });
    if (fits) return { spec: candidate, user: decodeURIComponent(user), ids };
  }
  return undefined;
};
