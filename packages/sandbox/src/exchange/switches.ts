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
};

/** What Exchange most likely does. */
export const likeliestExchangeSwitches: ExchangeSwitches = {
  heldIn: 'drafts',
  recipientQuota: 'error',
  tooManyRecipients: 'notice',
  submittedFlag: 'readable',
};
