/** Every text that the extension writes into Gmail's page. */
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
  otherAccount: (connected: string) =>
    `Postrider follows ${connected}, not this mailbox. Mail leaves as usual.`,
  outdated: 'Postrider was updated. Reload this tab to follow mail again.',
  workerFailed: 'Postrider does not answer. Mail leaves as usual.',
  open: 'Open Postrider',
  reload: 'Reload',
  resting:
    'Postrider is resting: this compose window was not recognised. Mail leaves as usual, untracked.',
} as const;
