import { fromBase64url } from '@postrider/shared/domain/encoding/base64url';
import type { MailId } from '@postrider/shared/domain/ids';
import { signedToken } from '@postrider/shared/domain/tracking/signed-token';

import { askOffice, valueOr } from '../compose/ask-office.ts';
import type { World } from '../compose/world.ts';
import type { PixelKey } from '../digest/digest.ts';

/** Whether the mail will carry a pixel, and if not, why. */
export type PixelOutcome =
  | 'appended'
  /** No team server is named, so nobody would answer for it. */
  | 'no-server'
  | 'plain-text'
  /** Mailbox below 1.9, or the manifest's permission AppendOnSend was not granted. */
  | 'unsupported'
  | 'failed';

/**
 * Has Outlook append the pixel when it sends. Called again it replaces what it appended before. Not inside OnMessageSend:
 * there Outlook drops it without a word (office-js #6908).
 */
export async function appendPixel(
  world: World,
  mailId: MailId,
  pixel: PixelKey | null,
): Promise<PixelOutcome> {
  const key = pixel === null ? null : fromBase64url(pixel.key);
  if (pixel === null || key === null) return 'no-server';
  const { body } = world.item;
  if (body?.appendOnSendAsync === undefined || !world.supports('1.9')) return 'unsupported';
  const type = await askOffice<string>(world, (done) => body.getTypeAsync(done));
  if (valueOr(type, 'html') === 'text') return 'plain-text';
  const { keyId, deviceId } = pixel;
  // One body for all recipients: the mail as a whole.
  const token = signedToken({ keyId, deviceId, mailId, recipientNo: null, linkNo: null }, key);
  const html = `<img src="${pixel.address}${token}" width="1" height="1" alt="">`;
  const appended = await askOffice<unknown>(world, (done) =>
    body.appendOnSendAsync?.(html, { coercionType: 'html' }, done),
  );
  return appended.kind === 'ok' ? 'appended' : 'failed';
}
