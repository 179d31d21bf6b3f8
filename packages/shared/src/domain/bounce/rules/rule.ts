import type { BounceCategory } from '../category.ts';

/** Words that give a reason away. Lower case; `…` stands for up to 80 characters in between. */
export type PhraseRule = {
  readonly words: string;
  readonly category: BounceCategory;
  /** The reporting server says so of its own users: no code or command is needed to believe that the mailbox is not there. */
  readonly proof?: true;
  /** Where the words come from: a page of the vendor, an RFC section, the program's source. */
  readonly source: string;
};

/** Phrases of one category and one source, as the tables hold them: a new phrase is one more line in `words`. */
export type PhraseGroup = Omit<PhraseRule, 'words'> & { readonly words: readonly string[] };

/** The rules that groups of phrases stand for, in their order: the first that fits a text decides. */
export function rulesOf(groups: readonly PhraseGroup[]): readonly PhraseRule[] {
  return groups.flatMap(({ words, ...rule }) => words.map((one) => ({ ...rule, words: one })));
}

/** An enhanced status code (RFC 3463), or its beginning where it ends in a dot, and what it says. */
export type StatusRule = {
  readonly status: string;
  readonly category: BounceCategory;
  readonly source: string;
};

/** Codes of one category and one source, as the table holds them. */
export type StatusGroup = Omit<StatusRule, 'status'> & { readonly statuses: readonly string[] };
