import { toBase64url } from '@postrider/shared/domain/encoding/base64url';
import * as v from 'valibot';

const key = 'deviceName';
const shape = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/));

/**
 * This browser's own name, by which the lease in the mailbox tells two computers of a rep apart. It says nothing about
 * the computer, and is kept where the database is not, so that a lost database is the same carrier.
 */
export async function deviceName(): Promise<string> {
  const stored = v.safeParse(shape, (await chrome.storage.local.get(key))[key]);
  if (stored.success) return stored.output;
  const made = toBase64url(crypto.getRandomValues(new Uint8Array(12)));
  await chrome.storage.local.set({ [key]: made });
  return made;
}
