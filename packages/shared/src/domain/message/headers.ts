/** One header field as it came: name in the sender's spelling, value unfolded but not decoded (RFC 5322 section 2.2). */
export type HeaderField = { readonly name: string; readonly value: string };

/** A message's header fields in their order; names may repeat. */
export type Headers = readonly HeaderField[];

/** The first value of a field, whatever the case of its name, or null. */
export function headerValue(headers: Headers, name: string): string | null {
  const wanted = name.toLowerCase();
  return headers.find((field) => field.name.toLowerCase() === wanted)?.value ?? null;
}

/** All values of a field that may repeat, in their order. */
export function headerValues(headers: Headers, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter((field) => field.name.toLowerCase() === wanted).map((field) => field.value);
}
