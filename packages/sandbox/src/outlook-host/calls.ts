/** One call of Office.js as the host knows it. */
export type Call = {
  /** Dispatch id on the wire. */
  readonly id: number;
  /** As in Microsoft's documents, below `Office.context.mailbox` or the item. */
  readonly name: string;
  /** First Mailbox requirement set that has it. */
  readonly since: string;
  /** What a manifest must ask for: 1 ReadItem, 2 ReadWriteItem, 3 ReadWriteMailbox. */
  readonly permission: 1 | 2 | 3;
};

/** Every call that the host answers (facts: dispatch ids of the shipped library; 197 and up from newer ones). */
export const calls = [
  call(2, 'getUserIdentityTokenAsync', '1.1', 1),
  call(3, 'loadCustomPropertiesAsync', '1.1', 1),
  call(4, 'customProperties.saveAsync', '1.1', 1),
  call(5, 'makeEwsRequestAsync', '1.1', 3),
  call(8, 'displayMessageForm', '1.1', 1),
  call(12, 'getCallbackTokenAsync', '1.1', 1),
  call(13, 'body.setSelectedDataAsync', '1.1', 2),
  call(14, 'body.getTypeAsync', '1.1', 1),
  call(15, 'recipients.getAsync', '1.1', 1),
  call(17, 'subject.setAsync', '1.1', 2),
  call(18, 'subject.getAsync', '1.1', 1),
  call(20, 'removeAttachmentAsync', '1.1', 2),
  call(21, 'recipients.setAsync', '1.1', 2),
  call(22, 'recipients.addAsync', '1.1', 2),
  call(23, 'body.prependAsync', '1.1', 2),
  call(29, 'setSelectedDataAsync', '1.2', 2),
  call(32, 'saveAsync', '1.3', 2),
  call(33, 'notificationMessages.addAsync', '1.3', 1),
  call(34, 'notificationMessages.getAllAsync', '1.3', 1),
  call(35, 'notificationMessages.replaceAsync', '1.3', 1),
  call(36, 'notificationMessages.removeAsync', '1.3', 1),
  call(37, 'body.getAsync', '1.3', 1),
  call(38, 'body.setAsync', '1.3', 2),
  call(41, 'close', '1.3', 1),
  call(42, 'closeApp', '1.3', 1),
  call(44, 'displayNewMessageForm', '1.6', 1),
  call(99, 'getInitializationContextAsync', '1.3', 1),
  call(100, 'body.appendOnSendAsync', '1.9', 2),
  call(107, 'from.getAsync', '1.7', 1),
  call(108, 'getSharedPropertiesAsync', '1.8', 1),
  call(148, 'addFileAttachmentFromBase64Async', '1.8', 2),
  call(149, 'getAttachmentsAsync', '1.8', 1),
  call(150, 'getAttachmentContentAsync', '1.8', 1),
  call(151, 'internetHeaders.getAsync', '1.8', 1),
  call(152, 'internetHeaders.setAsync', '1.8', 2),
  call(153, 'internetHeaders.removeAsync', '1.8', 2),
  call(164, 'getItemIdAsync', '1.8', 1),
  call(166, 'delayDeliveryTime.getAsync', '1.13', 1),
  call(167, 'delayDeliveryTime.setAsync', '1.13', 2),
  call(168, 'getAllInternetHeadersAsync', '1.8', 1),
  call(173, 'body.setSignatureAsync', '1.10', 2),
  call(174, 'getComposeTypeAsync', '1.10', 1),
  call(175, 'isClientSignatureEnabledAsync', '1.10', 1),
  call(176, 'disableClientSignatureAsync', '1.10', 2),
  call(178, 'displayNewMessageFormAsync', '1.9', 1),
  call(179, 'displayMessageFormAsync', '1.9', 1),
  call(185, 'sessionData.setAsync', '1.11', 1),
  call(186, 'sessionData.getAsync', '1.11', 1),
  call(187, 'sessionData.getAllAsync', '1.11', 1),
  call(188, 'sessionData.clearAsync', '1.11', 1),
  call(189, 'sessionData.removeAsync', '1.11', 1),
  call(197, 'body.prependOnSendAsync', '1.13', 2),
  call(203, 'closeAsync', '1.14', 1),
  call(210, 'getItemClassAsync', '1.14', 1),
  call(213, 'getConversationIndexAsync', '1.14', 1),
  call(215, 'sendAsync', '1.15', 2),
  call(404, 'roamingSettings.saveAsync', '1.1', 1),
] as const;

/** The name of a call. */
export type CallName = (typeof calls)[number]['name'];

function call<const Name extends string>(
  id: number,
  name: Name,
  since: string,
  permission: Call['permission'],
) {
  return { id, name, since, permission };
}

/** The call with this dispatch id. */
export function callWithId(id: number): (Call & { readonly name: CallName }) | undefined {
  return calls.find((one) => one.id === id);
}
