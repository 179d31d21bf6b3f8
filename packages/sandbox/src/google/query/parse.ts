import { tokensOf, type Token } from './tokens.ts';

/** A search as a tree. A term without a field looks everywhere in a message. */
export type Query =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  | { readonly kind: 'term'; readonly field: string; readonly value: string };

type Reader = { readonly tokens: readonly Token[]; at: number };

const group = (reader: Reader, bracket: '()' | '{}', field: string): Query => {
  const of: Query[] = [];
  let joins = false;
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at];
    if (token?.kind === 'close') {
      reader.at += 1;
      break;
    }
    if (token?.kind === 'or') {
      reader.at += 1;
      joins = of.length > 0;
      continue;
    }
    const next = item(reader, field);
    const before = joins ? of.pop() : undefined;
    of.push(before ? { kind: 'any', of: [before, next] } : next);
    joins = false;
  }
  return { kind: bracket === '{}' ? 'any' : 'all', of };
};

const item = (reader: Reader, field: string): Query => {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token?.kind === 'not') return { kind: 'not', of: item(reader, field) };
  if (token?.kind === 'open') return group(reader, token.bracket, field);
  if (token?.kind === 'field') return item(reader, token.name);
  return token?.kind === 'words'
    ? { kind: 'term', field, value: token.text }
    : { kind: 'all', of: [] };
};

/** Reads Gmail's search language. Nothing is an error, as in Gmail; an empty search finds everything. */
export const parseQuery = (text: string): Query => {
  const reader: Reader = { tokens: tokensOf(text), at: 0 };
  const of: Query[] = [];
  while (reader.at < reader.tokens.length) of.push(group(reader, '()', ''));
  return { kind: 'all', of };
};

/** Does the search itself ask for Spam or Trash? Else a list leaves them out. */
export const reachesSpamAndTrash = (query: Query): boolean => {
  if (query.kind === 'term')
    return (
      ['in', 'is', 'label'].includes(query.field) &&
      ['anywhere', 'spam', 'trash'].includes(query.value.toLowerCase())
    );
  return query.kind !== 'not' && query.of.some(reachesSpamAndTrash);
};
