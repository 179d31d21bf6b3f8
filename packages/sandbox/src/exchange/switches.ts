/** Exchange's behaviour that could not be confirmed: every test that touches one runs both ways. */
export type ExchangeSwitches = {
  /** Where a submitted mail waits for its deferred time: reported from a live mailbox for Drafts, Outlook's own way is the Outbox [doubt]. */
  heldIn: 'drafts' | 'outbox';
  /** What 10,000 recipients a day meet: a refusal of the call, or a notice in the inbox while the mail stands in Sent Items [doubt]. */
  recipientQuota: 'error' | 'notice';
  /** The same for more recipients in one message than the mailbox may have [doubt]. */
  tooManyRecipients: 'error' | 'notice';
  /** Is mfSubmitted (0x4) of PidTagMessageFlags shown while a mail is held? [doubt] */
  submittedFlag: 'readable' | 'hidden';
  /** The time that a held mail bears in Sent Items: when it left, or when it was submitted (PidTagClientSubmitTime is set then, [MS-OXOMSG] 2.2.3.11) [doubt]. */
  timeOfHeld: 'departure' | 'submission';
  /** How long an accepted mail still stands where it was before it leaves, ms: accepted is not sent (microsoft-graph-docs #7889), and how late it is nobody says [doubt]. */
  leavesAfterMs: number;
};

/** What Exchange most likely does. */
export const likeliestExchangeSwitches: ExchangeSwitches = {
  heldIn: 'drafts',
  recipientQuota: 'error',
  tooManyRecipients: 'notice',
  submittedFlag: 'readable',
  timeOfHeld: 'departure',
  leavesAfterMs: 0,
};
