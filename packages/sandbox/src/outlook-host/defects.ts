/** What breaks in the field (issues of OfficeDev/office-js): each may be turned on while pages are open. */
export type FieldDefect =
  /** #6808: body.setAsync inside OnMessageSend loses the pictures that stand in the quoted text. */
  | 'body-set-in-send-drops-inline-images'
  /** #6376, #6517 (Mac): a body set in the handler and then allowed starts OnMessageSend again, without end. */
  | 'send-handler-fires-again'
  /** #6810, #6506: in mail merge each recipient gets the mail as it was before the handler. */
  | 'mail-merge-loses-handler-changes'
  /** #6519: sendAsync is refused once a call about attachments was made. */
  | 'send-async-refused-after-attachments'
  /** #6413: after a Smart Alert, sendAsync sends at once what was to wait. */
  | 'send-async-loses-schedule'
  /** #5345: saveAsync fails with 9021 while the mail is being sent. */
  | 'save-fails-during-send'
  /** #6618: body.getAsync gives the whole thread of a reply although only the new text was asked for. */
  | 'body-mode-ignored'
  /** #4597, #3255: the pinned pane is gone with the next message. */
  | 'pin-lost'
  /** #7723 of msal: isSetSupported('NestedAppAuth', '1.1') is true, yet the frame has no bridge. */
  | 'bridge-missing';

/** How signing in through the host ends, but for the defects. */
export type SignInAnswer =
  | 'works'
  /** The silent call asks for a popup, which works. */
  | 'interaction-required'
  | 'user-cancels'
  | 'no-network'
  /** Neither the silent call nor the popup is ever answered. */
  | 'never-answers';

/** What stands in for the answer to one call of an add-in. */
export type CallFault =
  | { readonly errorCode: number }
  /** As where the manifest does not allow the call. */
  | 'access-denied'
  | 'never-answers'
  /** Late, but right. */
  | { readonly delayMs: number };
