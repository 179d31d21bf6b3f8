/** Where the page is: a list, or a thread opened from a list. */
export type Route = {
  /** `inbox`, `sent`, …; `search` with its words in `query`. */
  readonly view: string;
  readonly query: string | null;
  readonly threadId: string | null;
};

/** Reads a hash such as #inbox, #sent/18c0…, #search/words or #search/words/18c0…. */
export function parseRoute(hash: string): Route {
  const parts = hash.replace(/^#/, '').replace(/\?.*$/, '').split('/').map(decoded);
  const [view = '', ...rest] = parts;
  const last = rest.at(-1) ?? '';
  const threadId = /^[0-9a-f]{15,16}$/.test(last) ? last : null;
  const words = threadId === null ? rest : rest.slice(0, -1);
  return {
    view: view === '' ? 'inbox' : view,
    query: view === 'search' ? words.join('/') : null,
    threadId,
  };
}

/** The hash of a list, without its thread. */
export function listHash({ view, query }: Route): string {
  return query === null
    ? `#${view}`
    : `#${view}/${encodeURIComponent(query).replaceAll('%20', '+')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}
