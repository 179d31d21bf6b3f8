/** Every English text that the extension writes into Gmail's page. A file of its own: the content script takes none of the panel's words with it. */
export const messages = {
  stripLabel: 'Postrider',
  follow: 'Follow',
  inFeed: 'In feed',
  inFeedWhy: 'You will see in Postrider when it left, and when it is answered or bounces.',
  notFollowed: 'Not in feed',
  notFollowedWhy: 'No entry for this mail. A reply or bounce still appears, marked “not followed”.',
  notConfigured: 'Postrider is not set up yet. Mail leaves as usual, not in the feed.',
  notConnected: 'Postrider is not connected. Mail leaves as usual, not in the feed.',
  reconnectNeeded: 'Gmail asks you to connect again. Until then the feed stands still.',
  notAllowed: 'Your company does not let Postrider follow this account. Mail leaves as usual.',
  otherAccount: (connected: string) =>
    `Postrider follows ${connected}, not this mailbox. Mail leaves as usual.`,
  connect: (account: string) => `Connect ${account}`,
  switchTo: (account: string) => `Switch to ${account}`,
  switchQuestion: (connected: string) =>
    `Follow this mailbox and disconnect ${connected}? What its feed holds stays on this computer.`,
  switchNow: 'Switch',
  connecting: 'Google asks you in a window of its own.',
  choseAnother: (account: string) => `You chose ${account}. Nothing was changed.`,
  connectFailed: 'Google could not be asked. Nothing was changed.',
  close: 'Close',
  cancel: 'Cancel',
  delegated:
    'Postrider is resting: this mailbox was delegated to you. Mail leaves as usual, untracked.',
  confidential: 'Confidential mode: Postrider leaves this mail alone. Not in feed.',
  encrypted: 'Encrypted mail: Postrider leaves it alone. Not in feed.',
  ownServer: 'This address does not send through Gmail: not followed.',
  mailMerge: 'One entry for all recipients. Gmail’s mail merge has its own limit.',
  onHold: (address: string) => `Careful: mail to ${address} may have bounced`,
  budgetLeft: (left: string) => `${left} left in 24 h`,
  budgetNear: (left: string) => `Only ${left} left in 24 h`,
  budgetAtMost: (left: string) => `At most ${left} left in 24 h`,
  budgetOver: 'Nothing left in 24 h. Gmail may refuse this mail.',
  budgetOverUntil: (frees: string, when: string) =>
    `Nothing left in 24 h. ${frees} more at ${when}. Gmail may refuse this mail.`,
  refused: (address: string, reason: string, others: number) =>
    `Not sent. ${address} ${reason}${others === 0 ? '.' : `, and ${others} more.`}`,
  blockedDomain: (domain: string) => `is at ${domain}, where your company lets no mail go`,
  suppressedBecause: {
    bounced: (date: string) => `is suppressed: mail bounced on ${date}`,
    complained: (date: string) => `is suppressed: they complained on ${date}`,
    'by-hand': (date: string) => `is suppressed, by hand on ${date}`,
  },
  remove: 'Remove',
  removeAll: (count: number) => `Remove ${count}`,
  removeByHand: (address: string) => `Not sent. Take ${address} out of the recipients yourself.`,
  sendAnyway: 'Send anyway',
  offTheList: (address: string, others: number) =>
    `${address}${others === 0 ? ' comes' : ` and ${others} more come`} off the list.`,
  why: 'Why, if you like',
  send: 'Send',
  newerData: 'A newer Postrider wrote its data. Update Postrider. Mail leaves as usual, untracked.',
  outdated: 'Postrider was updated. Reload this tab to follow mail again.',
  workerFailed: 'Postrider does not answer. Mail leaves as usual.',
  open: 'Open Postrider',
  reconnect: 'Reconnect',
  reload: 'Reload',
  byTrafficOnly:
    'Postrider does not know this compose window. Mail leaves as usual and is followed all the same.',
  resting:
    'Postrider is resting: this compose window was not recognised. Mail leaves as usual, untracked.',
} as const;
