const formats = {
  any: new Intl.ListFormat('en', { type: 'disjunction' }),
  all: new Intl.ListFormat('en', { type: 'conjunction' }),
};

/** Words as a list: "a, b or c" for `any`, "a, b and c" for `all`. */
export function list(kind: keyof typeof formats, words: readonly string[]): string {
  return formats[kind].format(words);
}

/** The word for one, or for any other count. */
export function many(count: number, one: string, more: string): string {
  return count === 1 ? one : more;
}
