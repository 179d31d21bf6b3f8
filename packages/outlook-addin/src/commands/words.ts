/** Every English text of the functions that run without the pane. The infobar holds 150 characters, a Smart Alert 500. */
export const words = {
  openPostrider: 'Open Postrider',
  followed: 'In feed: Postrider shows when this mail leaves and when it is answered or bounces.',
  notFollowed: 'Not in feed. To follow this mail, choose Track and send.',
  notFollowedByHand: 'Not in feed: you switched following off for this mail.',
  followFailed:
    'Outlook did not let Postrider mark this mail. It leaves as usual, not in the feed.',
  followUnsupported:
    'This Outlook cannot mark mail: it leaves as usual, not in the feed. To follow it, choose Send later in Postrider.',
  notSetUp: 'Postrider has not looked into this mailbox yet. Mail leaves as usual, not checked.',
  stale: (since: string) =>
    `Postrider last looked on ${since}. Until it looks again, recipients are not checked.`,
  otherMailbox: (address: string) =>
    address === ''
      ? 'This is not your own mailbox. Mail leaves as usual, not in the feed.'
      : `${address} is not your own mailbox. Mail leaves as usual, not in the feed.`,
  near: (left: string) => `${left} left in 24 h.`,
  messages: (count: string) => (count === '1' ? '1 message' : `${count} messages`),
  recipients: (count: string) => (count === '1' ? '1 recipient' : `${count} recipients`),
  over: (left: string) => `Only ${left} left in 24 h. Exchange may refuse this mail.`,
  overPrompt: (left: string, more: string) =>
    `Your mailbox has only ${left} left of what it may send in 24 hours${more}. Exchange may refuse this mail. You can send it all the same, or choose Send later in Postrider.`,
  moreFrom: (when: string) => ` and gets more from ${when} on`,
  refused: 'Postrider did not let this mail leave.',
  suppressed: (addresses: string, count: number) =>
    `${addresses} ${count === 1 ? 'is' : 'are'} suppressed.`,
  blocked: (addresses: string) => `Your company lets no mail go to ${addresses}.`,
  andMore: (count: number) => ` and ${count} more`,
  takeOut: (count: number) => `Take ${them(count)} out of the recipients and send again.`,
  takeOutOrUndo: (count: number) =>
    `Take ${them(count)} out of the recipients and send again, or open Postrider to see why and to undo it.`,
  warnedSuppressed: (address: string) =>
    `${address} is suppressed. This mail will not leave until you take the address out or undo it in Postrider.`,
  warnedBlocked: (address: string) =>
    `Your company lets no mail go to ${address}. This mail will not leave until you take it out.`,
  warnedMany: (count: number) =>
    `${count} recipients are suppressed or blocked. This mail will not leave until you take them out.`,
  pressSend: 'Marked for the feed. Now press Send.',
  pressSendAtItsTime:
    'Marked for the feed. Now press Send: the mail leaves at the time that you have set.',
  pressSendYourself: 'Marked for the feed, but Outlook did not send it for Postrider. Press Send.',
} as const;

function them(count: number): string {
  return count === 1 ? 'the address' : 'these addresses';
}
