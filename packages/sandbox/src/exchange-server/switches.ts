/** Behaviour of EWS that could not be confirmed: every test that touches one runs both ways. */
export type EwsSwitches = {
  /** How a mailbox answers that lives in Exchange Online by now [doubt]. */
  movedMailbox: 'ErrorMailboxMoved' | 'ErrorNonExistentMailbox' | 'ErrorMailboxMoveInProgress';
  /** Whether a Bcc field in MimeContent becomes a recipient of the draft [doubt]. */
  bccInMimeContent: 'kept' | 'dropped';
  /** Whether MimeContent of an answer holds a draft's Bcc [doubt]. */
  bccInAnswers: 'kept' | 'dropped';
  /** What MoveItem does to a mail that is submitted and held: it is taken back, or refused [doubt]. */
  moveOfHeld: 'cancels' | 'refused';
  /** Whether drafts and sent mail show InternetMessageHeaders, which only transport writes [doubt]. MimeContent has them either way. */
  ownMailHeaders: 'hidden' | 'shown';
  /** What the host's door makes of a SOAP fault (HTTP 500): an answer with a body, or an error of its own [doubt]. */
  faultsThroughHost: 'body' | 'error';
};

/** What Exchange most likely does. */
export const likeliestEwsSwitches: EwsSwitches = {
  movedMailbox: 'ErrorMailboxMoved',
  bccInMimeContent: 'kept',
  bccInAnswers: 'kept',
  moveOfHeld: 'cancels',
  ownMailHeaders: 'hidden',
  faultsThroughHost: 'body',
};
