declare const brandName: unique symbol;

/** A string of one meaning, so that ids which look alike cannot be mixed up. */
export type Brand<Name extends string> = string & { readonly [brandName]: Name };

/** Gives a string its meaning. Only for the border, where the string has just been parsed or read from a provider's answer. */
export function branded<Branded extends Brand<string>>(text: string): Branded {
  return text as Branded;
}
