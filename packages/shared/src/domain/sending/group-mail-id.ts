import { sha256 } from '@noble/hashes/sha2';

import { branded } from '../brand.ts';
import { toBase64url } from '../encoding/base64url.ts';
import type { GroupId, MailId } from '../ids.ts';

/**
 * The mailId of a group mail's recipient, by their place in its list (from 0 on): the first 16 bytes of SHA-256. Whoever
 * reads the group's draft again comes to the same ids, and so sees in Sent who has their mail already.
 */
export function mailIdInGroup(group: GroupId, no: number): MailId {
  const hash = sha256(new TextEncoder().encode(JSON.stringify([group, no])));
  return branded<MailId>(toBase64url(hash.subarray(0, 16)));
}
