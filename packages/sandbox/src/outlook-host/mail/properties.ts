/** PidTagDeferredSendTime: when Exchange is to send a mail ([MS-OXPROPS] 2.664), by Graph's name of it. */
export const deferredSendTime = 'SystemTime 0x3FEF';

/** PidTagDeferredDeliveryTime ([MS-OXPROPS] 2.662), which Outlook sets along with it. */
export const deferredDeliveryTime = 'SystemTime 0x000F';

/** The property in which Outlook keeps an add-in's custom properties of an item ([MS-OXCEXT] 2.2.2): JSON text. */
export function customProperties(addinId: string): string {
  return `String {00020329-0000-0000-C000-000000000046} Name cecp-${addinId}`;
}
