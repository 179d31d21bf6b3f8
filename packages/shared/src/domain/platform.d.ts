/**
 * What the core may take for granted beside the language: the text codecs, which every browser, worker and Node have.
 * Declared here because the language library has no words for them and a platform library would allow far too much.
 */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}

/** The standard's own reader of addresses on the web (WHATWG URL); in every environment that this runs in. */
declare class URL {
  static canParse(address: string): boolean;
  constructor(address: string);
  readonly href: string;
  readonly protocol: string;
}
