import { mailIdHeader } from '../../domain/message/mail-id-header.ts';

/** PidTagMessageClass ([MS-OXPROPS] 2.1031): tells reports from mail. */
export const messageClass = 'String 0x001A';

/** PidTagMessageFlags ([MS-OXCMSG] 2.2.1.6). */
export const messageFlags = 'Integer 0x0E07';

/** The flag of a message that was submitted and has not left. */
export const mfSubmitted = 0x4;

/** PidTagDeferredSendTime ([MS-OXOMSG] 2.2.3.4): when Exchange lets a submitted message go. */
export const deferredSendTime = 'SystemTime 0x3FEF';

/** PidTagDeferredDeliveryTime ([MS-OXOMSG] 2.2.3.2): the same, as Outlook shows it. */
export const deferredDeliveryTime = 'SystemTime 0x000F';

/** Our mailId's header as a named property: Exchange keeps each unknown header of a message in PS_INTERNET_HEADERS ([MS-OXPROPS] 1.3.2). */
export const mailIdProperty = `String {00020386-0000-0000-C000-000000000046} Name ${mailIdHeader}`;

/** The value of a property; null where the answer does not have it. Graph writes names in a form of its own ("String 0x1a"). */
export function propertyOf(
  properties: readonly { readonly id: string; readonly value: string | null }[],
  name: string,
): string | null {
  const wanted = plain(name);
  return properties.find(({ id }) => plain(id) === wanted)?.value ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/ 0x0*/, ' 0x');
}
