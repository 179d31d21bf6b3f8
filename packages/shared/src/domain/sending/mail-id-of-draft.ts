import { sha256 } from '@noble/hashes/sha2';

import { branded } from '../brand.ts';
import { toBase64url } from '../encoding/base64url.ts';
import { utf8Bytes } from '../encoding/utf8.ts';
import type { MailId } from '../ids.ts';

/**
 * The mailId of a draft that cannot carry one yet: the first 16 bytes of SHA-256 over its id at the provider. The same
 * draft always gets the same one, so that a second try finds what the first one began.
 */
export function mailIdOfDraft(providerId: string): MailId {
  return branded(toBase64url(sha256(utf8Bytes(`draft ${providerId}`)).subarray(0, 16)));
}
