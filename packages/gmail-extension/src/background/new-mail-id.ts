import { branded } from '@postrider/shared/domain/brand';
import { toBase64url } from '@postrider/shared/domain/encoding/base64url';
import type { MailId } from '@postrider/shared/domain/ids';

/** A new mailId from the browser's own randomness. */
export function newMailId(): MailId {
  return branded(toBase64url(crypto.getRandomValues(new Uint8Array(16))));
}
