import { displayText } from '../../domain/message/display-text.ts';

/** A sentence of ours with words from outside in it, kept apart so that each can be isolated. */
export type Sentence = readonly (string | { readonly outside: string })[];

/** Makes a sentence: the template's own words are ours, whatever is filled in came from outside. */
export function say(own: TemplateStringsArray, ...outside: readonly string[]): Sentence {
  return own.flatMap((words, at) => {
    const filled = outside[at];
    const ours = words === '' ? [] : [words];
    return filled === undefined ? ours : [...ours, { outside: displayText(filled) }];
  });
}

/** The sentence as one string for screen readers and tooltips; outside words between FSI and PDI (UAX #9). */
export function spoken(sentence: Sentence): string {
  return sentence
    .map((part) => (typeof part === 'string' ? part : `\u2068${part.outside}\u2069`))
    .join('');
}

/** The sentence as one string for a file, where marks of direction would be strange characters. */
export function spokenPlain(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.outside)).join('');
}
