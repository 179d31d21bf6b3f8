import { isAddress, mailboxesIn } from '../../mail/addresses.ts';
import { headersOf } from '../../mail/headers.ts';
import { badRequest, type GoogleError } from '../errors.ts';

const FIELDS = ['To', 'Cc', 'Bcc'] as const;

/** The emulator sends to nobody and to anything; Gmail names the field that is wrong. */
export const refuseRecipients = (raw: Buffer): GoogleError | undefined => {
  const headers = headersOf(raw);
  const named = FIELDS.flatMap((field) =>
    headers
      .filter((header) => header.name.toLowerCase() === field.toLowerCase())
      .flatMap((header) => mailboxesIn(header.value))
      .map(({ address }) => ({ field, address })),
  );
  const wrong = named.find(({ address }) => !isAddress(address));
  if (wrong) return badRequest(`Invalid ${wrong.field} header`);
  return named.length === 0 ? badRequest('Recipient address required') : undefined;
};
