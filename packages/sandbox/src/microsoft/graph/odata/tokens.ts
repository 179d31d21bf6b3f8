import { badRequest } from '../errors.ts';

/** A piece of a filter: a name or keyword, a literal, or a mark. */
export type Token =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'time'; readonly value: number }
  | { readonly kind: 'mark'; readonly text: string };

/** What Graph says of a filter that it cannot read. */
export const invalidFilter = (message: string): Error => badRequest('BadRequest', message);

const pattern =
  /\s*(?:'((?:[^']|'')*)'|(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)|(-?\d+(?:\.\d+)?)|([A-Za-z_@][\w.@]*(?:\/[A-Za-z_][\w.]*)*)|([(),:]))/y;

/** Cuts a filter into its pieces. Throws where something has no meaning. */
export const tokensOf = (filter: string): readonly Token[] => {
  const tokens: Token[] = [];
  const scanner = new RegExp(pattern);
  const end = filter.trimEnd().length;
  while (scanner.lastIndex < end) {
    const at = scanner.lastIndex;
    const found = scanner.exec(filter);
    if (!found) throw invalidFilter(`Syntax error at position ${at} in '${filter}'.`);
    const [, text, time, number, name, mark] = found;
    if (text !== undefined) tokens.push({ kind: 'text', value: text.replaceAll("''", "'") });
    else if (time !== undefined) tokens.push({ kind: 'time', value: Date.parse(time) });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
  }
  return tokens;
};
