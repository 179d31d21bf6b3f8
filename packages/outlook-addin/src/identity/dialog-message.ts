import * as v from 'valibot';

import type { SignInOutcome } from './sign-in.ts';

const failure = v.variant('kind', [
  v.object({
    kind: v.literal('reconnect-needed'),
    cause: v.picklist(['no-grant', 'revoked', 'scope']),
  }),
  v.object({ kind: v.literal('refused'), reason: v.string(), recipients: v.array(v.string()) }),
  v.object({
    kind: v.literal('unknown'),
    cause: v.picklist(['offline', 'timeout', 'server-error', 'malformed-answer']),
  }),
]);

/** A token as our own pages write it down for one another. */
export const signedInSchema = v.object({
  token: v.pipe(v.string(), v.minLength(1)),
  expiresAt: v.number(),
  scopes: v.array(v.string()),
  account: v.object({ id: v.string(), name: v.string(), tenant: v.string() }),
});

/** What the sign-in window tells the pane, as JSON; both are our own pages of one build. */
const message = v.variant('kind', [
  v.object({ kind: v.literal('signed-in'), value: signedInSchema }),
  v.object({ kind: v.literal('cancelled') }),
  v.object({ kind: v.literal('failed'), failure }),
]);

/** An outcome as the sign-in window writes it. */
export function writeDialogMessage(outcome: SignInOutcome): string {
  return JSON.stringify(outcome);
}

/** An outcome out of what came from the sign-in window. */
export function readDialogMessage(text: string): SignInOutcome {
  const parsed = v.safeParse(message, fromJson(text));
  return parsed.success
    ? parsed.output
    : { kind: 'failed', failure: { kind: 'unknown', cause: 'malformed-answer' } };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
