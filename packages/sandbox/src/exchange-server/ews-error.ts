/** EWS does not do what it was asked for. `code` stands in ResponseCode; `values` in MessageXml. */
export class EwsError extends Error {
  override readonly name = 'EwsError';
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;

  constructor(code: string, message: string, values: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.values = values;
  }
}

/** A refusal of the whole request: a SOAP fault under HTTP 500 instead of an answer to each item. */
export class EwsFault extends EwsError {}

/** The request is not what the schema says. */
export const schemaFault = (detail: string): EwsFault =>
  new EwsFault('ErrorSchemaValidation', `The request failed schema validation: ${detail}`);

/** The budget of the mailbox or the server is spent. */
export const serverBusy = (backOffMs: number): EwsFault =>
  new EwsFault(
    'ErrorServerBusy',
    'The server cannot service this request right now. Try again later.',
    { BackOffMilliseconds: String(backOffMs) },
  );

/** Too many requests of one user at the same time (EwsMaxConcurrency). */
export const tooManyConnections = (): EwsFault =>
  new EwsFault(
    'ErrorExceededConnectionCount',
    'You have exceeded the available concurrent connections for your account.  Try again once your other requests have completed.',
    { Policy: 'MaxConcurrency', MaxConcurrencyLimit: '27', ErrorMessage: 'Concurrency limit' },
  );
