/** The one function of mailparser that the benchmark calls; the package has no types of its own. */
declare module 'mailparser' {
  export function simpleParser(
    raw: Buffer,
    options?: { readonly skipTextToHtml?: boolean },
  ): Promise<unknown>;
}
