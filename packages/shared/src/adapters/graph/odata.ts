/** The system query options of a request (OData 4.01 URL Conventions, section 5.1), without their dollar sign. */
export type ODataQuery = Readonly<Record<string, string | undefined>>;

/** A path below /v1.0 with its query. */
export function withQuery(path: string, query: ODataQuery): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = pairs.map(([name, value]) => `$${name}=${encodeURIComponent(value ?? '')}`);
  return text.length === 0 ? path : `${path}?${text.join('&')}`;
}

/** A text as an OData literal. */
export function odataText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** An instant (epoch ms) as an OData literal; Exchange keeps whole seconds. */
export function odataTime(at: number): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** Wants these extended properties in the answer. */
export function expandProperties(names: readonly string[]): string {
  const filter = names.map((name) => `id eq ${odataText(name)}`).join(' or ');
  return `singleValueExtendedProperties($filter=${filter})`;
}
