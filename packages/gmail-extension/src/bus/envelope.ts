import * as v from 'valibot';

/** How a message travels; whatever does not parse as one is somebody else's and is left alone. */
export const envelope = v.object({
  postrider: v.literal(1),
  kind: v.string(),
  request: v.unknown(),
});

/** A message on its way to the worker. */
export type Envelope = v.InferOutput<typeof envelope>;

/** What comes back: `invalid` and `failed` are bugs of ours, told apart so that a log can say which. */
export type Reply<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'failed' };
