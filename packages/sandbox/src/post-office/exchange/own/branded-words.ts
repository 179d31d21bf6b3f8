/** The sentence under the heading, who has to act, and the two words for what is wrong. */
export type Verdict = {
  readonly sentence: string;
  readonly by: 'sender' | 'recipient';
  readonly what: string;
};

/** What a notice says, before it is laid out. */
export type BrandedWords = Verdict & {
  readonly heading: string;
  readonly sender: string;
  readonly recipient: string;
  readonly advice: string;
  /** Named facts for admins, by section. */
  readonly facts: readonly (readonly [
    section: string,
    rows: readonly (readonly [name: string, value: string])[],
  ])[];
  readonly hop: readonly string[];
  /** The header of the mail. */
  readonly header: string;
};
