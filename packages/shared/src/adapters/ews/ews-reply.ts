/** What Office gave back for one EWS request (`mailbox.makeEwsRequestAsync`). It never throws and always settles. */
export type EwsReply =
  /** Exchange answered; SOAP faults come this way, too, since Office keeps the HTTP status to itself. */
  | { readonly kind: 'answer'; readonly text: string }
  /** Office's own refusal: `asyncResult.error` (9020 GenericResponseError and its kin). */
  | { readonly kind: 'failed'; readonly code: number; readonly message: string }
  /** Office did not call back within the program's patience, as older Macs do with large answers. */
  | { readonly kind: 'unanswered' };

/** Hands one SOAP envelope to Exchange through Office: a request of 1,000,000 characters at most, an answer of 1 to 5 MB by client. */
export type AskEws = (soap: string) => Promise<EwsReply>;
