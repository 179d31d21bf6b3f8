/** A piece of a search: a bracket, OR, or words with the operator and the minus before them. */
export type Token =
  | { readonly kind: 'open' | 'close'; readonly bracket: '()' | '{}' }
  | { readonly kind: 'or' }
  | { readonly kind: 'not' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'words'; readonly text: string; readonly quoted: boolean };

const pattern =
  /\s+|(?<bracket>[(){}])|"(?<quoted>[^"]*)"?|(?<not>-)(?=\S)|(?<field>[a-z\d_]+):(?=\S)|(?<word>[^\s(){}"]+)/giy;

/** Cuts a search into its pieces (https://support.google.com/mail/answer/7190). */
export const tokensOf = (query: string): readonly Token[] =>
  [...query.matchAll(pattern)].flatMap((match): Token[] => {
    const { bracket, quoted, not, field, word } = match.groups ?? {};
    if (bracket)
      return [
        {
          kind: bracket === '(' || bracket === '{' ? 'open' : 'close',
          bracket: bracket === '(' || bracket === ')' ? '()' : '{}',
        },
      ];
    if (quoted !== undefined) return [{ kind: 'words', text: quoted, quoted: true }];
    if (not) return [{ kind: 'not' }];
    if (field) return [{ kind: 'field', name: field.toLowerCase() }];
    if (word === 'OR' || word === '|') return [{ kind: 'or' }];
    if (word === undefined || word === 'AND') return [];
    return [{ kind: 'words', text: word, quoted: false }];
  });
