import type { ApiCall } from '../api-call.ts';
import type { CallSpec } from '../calls.ts';
import { insufficientScope403, type GoogleError } from '../errors.ts';

const METADATA = 'https://www.googleapis.com/auth/gmail.metadata';

/**
 * The emulator lets every token do everything. Google asks for one of the call's scopes; with
 * gmail.metadata alone there are no bodies and no `q`
 * (https://developers.google.com/workspace/gmail/api/auth/scopes).
 */
export const refuseScope = (spec: CallSpec, call: ApiCall): GoogleError | undefined => {
  const granted = call.scopes.filter((scope) => spec.scopes.includes(scope));
  if (granted.length === 0) return insufficientScope403();
  if (granted.some((scope) => scope !== METADATA)) return undefined;
  const format = call.query.get('format') ?? 'full';
  const wantsBody = spec.call.endsWith('.get') && (format === 'full' || format === 'raw');
  const reads = spec.call.startsWith('messages.') || spec.call.startsWith('threads.');
  return reads && (call.query.has('q') || wantsBody) ? insufficientScope403() : undefined;
};
