/** Exchange does not do what it was asked for: `code` is its error code (EWS ResponseCodeType, Graph's `error.code`), e.g. ErrorItemNotFound, ErrorQuotaExceeded. */
export class ExchangeRefusal extends Error {
  override readonly name = 'ExchangeRefusal';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The item is not there, or no longer. */
export const itemNotFound = (): ExchangeRefusal =>
  new ExchangeRefusal(
    'ErrorItemNotFound',
    'The specified object was not found in the store., The process failed to get the correct properties.',
  );

/** The mailbox holds as much as it may. */
export const mailboxFull = (): ExchangeRefusal =>
  new ExchangeRefusal('ErrorQuotaExceeded', 'The mailbox quota has been exceeded.');
