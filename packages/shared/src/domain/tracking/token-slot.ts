import { fromBase64url, toBase64url } from '../encoding/base64url.ts';
import { isMailId, type MailId } from '../ids.ts';

/**
 * What a token in a pixel or a link says. The signature that makes it a token is added behind it later;
 * the layout is fixed now so that mailId, recipientNo and linkNo keep the sizes everything else assumes.
 */
export type TokenSlot = {
  /** Which workspace key signs; 0…65,535. Old keys stay readable. */
  readonly keyId: number;
  /** The device that minted it; 0…4,294,967,295, given out by the workspace. */
  readonly deviceId: number;
  readonly mailId: MailId;
  /** Position among the mail's recipients, 0…65,534; null = one body for all of them, "someone of 4". */
  readonly recipientNo: number | null;
  /** Which link of the mail, from 1 to 65,535 in the order they stand; null = the pixel. */
  readonly linkNo: number | null;
};

/** Bytes of a slot: version 1, keyId 2, deviceId 4, mailId 16, recipientNo 2, linkNo 2; numbers big-endian. */
const tokenSlotBytes = 27;

const version = 1;
const wholeMail = 0xffff;
const pixel = 0;

/** The slot as 36 characters of base64url: 27 bytes, so no bit of the last character is unused. */
export function encodeTokenSlot(slot: TokenSlot): string {
  const bytes = new Uint8Array(tokenSlotBytes);
  const view = new DataView(bytes.buffer);
  const mail = fromBase64url(slot.mailId);
  if (mail?.length !== 16) throw new RangeError('mailId must be 16 bytes');
  view.setUint8(0, version);
  view.setUint16(1, within(slot.keyId, 0, 0xffff));
  view.setUint32(3, within(slot.deviceId, 0, 0xffff_ffff));
  bytes.set(mail, 7);
  view.setUint16(23, slot.recipientNo === null ? wholeMail : within(slot.recipientNo, 0, 0xfffe));
  view.setUint16(25, slot.linkNo === null ? pixel : within(slot.linkNo, 1, 0xffff));
  return toBase64url(bytes);
}

/** What a slot says, or null where it has another size, alphabet or version. */
export function decodeTokenSlot(text: string): TokenSlot | null {
  if (text.length !== 36) return null;
  const bytes = fromBase64url(text);
  if (bytes?.length !== tokenSlotBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const mailId = toBase64url(bytes.subarray(7, 23));
  if (view.getUint8(0) !== version || !isMailId(mailId)) return null;
  const recipientNo = view.getUint16(23);
  const linkNo = view.getUint16(25);
  return {
    keyId: view.getUint16(1),
    deviceId: view.getUint32(3),
    mailId,
    recipientNo: recipientNo === wholeMail ? null : recipientNo,
    linkNo: linkNo === pixel ? null : linkNo,
  };
}

function within(value: number, low: number, high: number): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new RangeError(`${value} is not between ${low} and ${high}`);
}
