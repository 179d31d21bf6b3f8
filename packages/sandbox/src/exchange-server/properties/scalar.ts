/** A value that can be compared. Times are epoch ms. */
export type Scalar =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'time'; readonly value: number }
  | { readonly kind: 'flag'; readonly value: boolean };

/** As it stands in XML. Times are cut to whole seconds, as Exchange cuts them. */
export const scalarText = ({ kind, value }: Scalar): string =>
  kind === 'time' ? `${new Date(value).toISOString().slice(0, 19)}Z` : String(value);

/** Reads a constant as what it is compared with; undefined where it is none of that kind. */
export const scalarLike = (kind: Scalar['kind'], text: string): Scalar | undefined => {
  if (kind === 'text') return { kind, value: text };
  if (kind === 'flag')
    return /^(?:true|false|1|0)$/i.test(text)
      ? { kind, value: /^(?:true|1)$/i.test(text) }
      : undefined;
  const value = kind === 'time' ? Date.parse(text) : Number(text);
  return Number.isNaN(value) ? undefined : { kind, value };
};

/** Below, at or above zero, as for sorting. Text is compared without its case, as the store does. */
export const compareScalars = (one: Scalar, other: Scalar): number => {
  if (one.kind === 'text' || other.kind === 'text')
    return String(one.value).toLowerCase() < String(other.value).toLowerCase()
      ? -1
      : Number(String(one.value).toLowerCase() !== String(other.value).toLowerCase());
  return Number(one.value) - Number(other.value);
};
