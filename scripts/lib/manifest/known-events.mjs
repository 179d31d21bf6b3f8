/**
 * The events of a message that an add-in may ask for in an add-in-only manifest, and the Mailbox requirement set each
 * came with (Microsoft, Activate add-ins with events, August 2026).
 * @type {ReadonlyMap<string, string>}
 */
export const knownEvents = new Map([
  ['OnNewMessageCompose', '1.10'],
  ['OnMessageAttachmentsChanged', '1.11'],
  ['OnMessageRecipientsChanged', '1.11'],
  ['OnInfoBarDismissClicked', '1.11'],
  ['OnMessageSend', '1.12'],
  ['OnMessageCompose', '1.12'],
  ['OnMessageFromChanged', '1.13'],
  ['OnSensitivityLabelChanged', '1.13'],
]);

/** What may happen when a send handler says no. */
export const sendModes = ['PromptUser', 'SoftBlock', 'Block'];

/** Whether a requirement set such as 1.12 is this one or a later one. @param {string} set @param {string} least */
export function reaches(set, least) {
  const [, minor = 0] = set.split('.').map(Number);
  const [, leastMinor = 0] = least.split('.').map(Number);
  return minor >= leastMinor;
}
