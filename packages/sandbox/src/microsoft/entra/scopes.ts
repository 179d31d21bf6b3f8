const GRAPH = 'https://graph.microsoft.com/';

const openId = new Set(['openid', 'profile', 'email', 'offline_access']);

const known = new Set([
  'User.Read',
  'User.ReadBasic',
  'User.ReadWrite',
  'Mail.Read',
  'Mail.ReadBasic',
  'Mail.ReadWrite',
  'Mail.Send',
  'MailboxSettings.Read',
]);

/** What a program asks for: Graph's scopes without the resource's name, and OpenID's. `unknown` is the first that Graph does not have. */
export type AskedScopes = {
  readonly graph: readonly string[];
  readonly openId: readonly string[];
  readonly unknown: string | null;
};

/** Reads a `scope` parameter. */
export const scopesIn = (text: string): AskedScopes => {
  const all = text.split(/\s+/).filter((scope) => scope !== '');
  const graph = all
    .filter((scope) => !openId.has(scope))
    .map((scope) => (scope.startsWith(GRAPH) ? scope.slice(GRAPH.length) : scope));
  return {
    graph,
    openId: all.filter((scope) => openId.has(scope)),
    unknown: graph.find((scope) => !known.has(scope)) ?? null,
  };
};

/** What the consent page says that a scope allows (Microsoft Graph permissions reference, display strings). */
export const scopeWords: Readonly<Record<string, string>> = {
  'User.Read': 'Sign you in and read your profile',
  'Mail.Read': 'Read your mail',
  'Mail.ReadWrite': 'Read and write access to your mail',
  'Mail.Send': 'Send mail as you',
};
