/** Graph's behaviour that could not be confirmed: every test that touches one runs both ways. */
export type GraphSwitches = {
  /** What PidTagDeferredSendTime in sendMail or reply does: sends at once and leaves a scheduled duplicate (seen in a live mailbox, 2026-08), or holds the mail as one would think. */
  deferredInSendMail: 'duplicate' | 'held';
  /** Does a folder's delta show a mail while it is held there? [doubt] */
  heldInDelta: 'shown' | 'hidden';
  /** Where DELETE puts a message: into the hidden Recoverable Items, or into Deleted Items [doubt]. */
  deleteMovesTo: 'recoverable-items' | 'deleted-items';
  /** Are `internetMessageHeaders` there on drafts and sent mail? Reported again and again that they are not (microsoft-graph-docs #2716, #18761). */
  headersOfOwnMail: 'hidden' | 'shown';
  /** Is an `x-` header of one's own mail readable as a named property of PS_INTERNET_HEADERS ([MS-OXCMAIL] 2.1.3.1.14)? [doubt] */
  headerProperties: 'readable' | 'hidden';
  /** May a page of another origin read Retry-After? Graph does not name it in Access-Control-Expose-Headers (microsoft-graph-docs #17488). */
  retryAfterInBrowser: 'hidden' | 'exposed';
  /** The status under which a sending limit is refused [doubt]. */
  submissionQuotaStatus: 403 | 429;
};

/** What Graph most likely does. */
export const likeliestGraphSwitches: GraphSwitches = {
  deferredInSendMail: 'duplicate',
  heldInDelta: 'shown',
  deleteMovesTo: 'recoverable-items',
  headersOfOwnMail: 'hidden',
  headerProperties: 'readable',
  retryAfterInBrowser: 'hidden',
  submissionQuotaStatus: 403,
};
