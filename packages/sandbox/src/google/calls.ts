const scope = (name: string): string =>
  name === 'all' ? 'https://mail.google.com/' : `https://www.googleapis.com/auth/gmail.${name}`;

const scopes = (...names: string[]): readonly string[] => ['all', 'modify', ...names].map(scope);

const read = scopes('readonly', 'metadata');
const bodies = scopes('readonly');
const compose = scopes('compose');
const drafts = scopes('compose', 'readonly');
const change = scopes();
const insert = scopes('insert');
const labels = scopes('labels');
const settings = scopes('readonly', 'settings.basic');
const forGood = [scope('all')];

/** A call of the Gmail API: how it is asked for, what it costs and which scopes allow it. */
export type CallSpec = {
  /** The discovery document's id without "gmail.users.". */
  readonly call: string;
  readonly method: string;
  /** Under /gmail/v1/users/{userId}. */
  readonly path: string;
  /** Quota units (https://developers.google.com/workspace/gmail/api/reference/quota). */
  readonly units: number;
  readonly scopes: readonly string[];
};

const spec = (
  call: string,
  method: string,
  path: string,
  units: number,
  allowed: readonly string[],
): CallSpec => ({ call, method, path, units, scopes: allowed });

/** The calls that the sandbox answers. Their form and scopes are checked against the discovery document. */
export const calls: readonly CallSpec[] = [
  spec('getProfile', 'GET', '/profile', 1, scopes('readonly', 'metadata', 'compose')),
  spec('watch', 'POST', '/watch', 100, read),
  spec('stop', 'POST', '/stop', 50, read),
  spec('history.list', 'GET', '/history', 2, read),
  spec('messages.list', 'GET', '/messages', 5, read),
  spec('messages.get', 'GET', '/messages/{id}', 20, read),
  spec('messages.attachments.get', 'GET', '/messages/{messageId}/attachments/{id}', 20, bodies),
  spec('messages.send', 'POST', '/messages/send', 100, scopes('compose', 'send')),
  spec('messages.insert', 'POST', '/messages', 25, insert),
  spec('messages.import', 'POST', '/messages/import', 100, insert),
  spec('messages.modify', 'POST', '/messages/{id}/modify', 5, change),
  spec('messages.batchModify', 'POST', '/messages/batchModify', 50, change),
  spec('messages.trash', 'POST', '/messages/{id}/trash', 5, change),
  spec('messages.untrash', 'POST', '/messages/{id}/untrash', 5, change),
  spec('messages.delete', 'DELETE', '/messages/{id}', 10, forGood),
  spec('messages.batchDelete', 'POST', '/messages/batchDelete', 50, forGood),
  spec('drafts.list', 'GET', '/drafts', 5, drafts),
  spec('drafts.get', 'GET', '/drafts/{id}', 20, drafts),
  spec('drafts.create', 'POST', '/drafts', 10, compose),
  spec('drafts.update', 'PUT', '/drafts/{id}', 15, compose),
  spec('drafts.delete', 'DELETE', '/drafts/{id}', 10, compose),
  spec('drafts.send', 'POST', '/drafts/send', 100, compose),
  spec('threads.list', 'GET', '/threads', 10, read),
  spec('threads.get', 'GET', '/threads/{id}', 40, read),
  spec('threads.modify', 'POST', '/threads/{id}/modify', 10, change),
  spec('threads.trash', 'POST', '/threads/{id}/trash', 10, change),
  spec('threads.untrash', 'POST', '/threads/{id}/untrash', 10, change),
  spec('threads.delete', 'DELETE', '/threads/{id}', 20, forGood),
  spec('labels.list', 'GET', '/labels', 1, scopes('readonly', 'metadata', 'labels')),
  spec('labels.get', 'GET', '/labels/{id}', 1, scopes('readonly', 'metadata', 'labels')),
  spec('labels.create', 'POST', '/labels', 5, labels),
  spec('labels.update', 'PUT', '/labels/{id}', 5, labels),
  spec('labels.patch', 'PATCH', '/labels/{id}', 5, labels),
  spec('labels.delete', 'DELETE', '/labels/{id}', 5, labels),
  spec('settings.sendAs.list', 'GET', '/settings/sendAs', 1, settings),
  spec('settings.sendAs.get', 'GET', '/settings/sendAs/{sendAsEmail}', 1, settings),
];

/** A call that was asked for, with what stood in its path. */
export type FoundCall = {
  readonly spec: CallSpec;
  readonly userId: string;
  readonly ids: Readonly<Record<string, string>>;
};

const root = /^(?:\/upload)?\/gmail\/v1\/users\/([^/]+)(\/.*)$/;

/** Which call a method and path ask for; undefined when Gmail knows none such. */
export const findCall = (method: string, pathname: string): FoundCall | undefined => {
  const [, userId, rest] = root.exec(pathname) ?? [];
  if (userId === undefined || rest === undefined) return undefined;
  const given = rest.split('/').map(decodeURIComponent);
  for (const candidate of calls) {
    const wanted = candidate.path.split('/');
    if (candidate.method !== method || wanted.length !== given.length) continue;
    const ids: Record<string, string> = {};
    const fits = wanted.every((part, index) => {
      const value = given[index] ?? '';
      if (!part.startsWith('{')) return part === value;
      ids[part.slice(1, -1)] = value;
      return true;
    });
    if (fits) return { spec: candidate, userId: decodeURIComponent(userId), ids };
  }
  return undefined;
};
