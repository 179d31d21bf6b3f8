import { withoutHeader, withTopHeaders } from '../../mail/edit-headers.ts';
import { splitMessage } from '../../mail/headers.ts';
import { dateField } from '../../mail/write-message.ts';
import { authenticationResults, type Credentials } from './authentication.ts';
import { googleInsideStamps, googleOwnStamps } from './google-own.ts';

/** How a mail came to Gmail. */
export type Way = {
  readonly recipient: string;
  /** Epoch ms. */
  readonly at: number;
  /** `google`: written by Google itself and never outside it; `google-inside`: it did not even pass Gmail's own border. */
  readonly from: 'google' | 'google-inside' | Credentials;
  /** What Gmail does with results in its own name that the mail brought along; RFC 8601 section 5 demands `removed`. */
  readonly forgedResults?: 'removed' | 'kept';
};

const claimsToBeOurs = /^mx\.google\.com\s*(?:;|$)/i;

const withoutOurResults = (raw: Buffer): Buffer => {
  const { head, body } = splitMessage(raw);
  const kept = head
    .toString('latin1')
    .split(/\r\n(?![ \t])/)
    .filter((field) => {
      const [name = '', ...value] = field.split(':');
      return !(
        name.trim().toLowerCase() === 'authentication-results' &&
        claimsToBeOurs.test(value.join(':').trim())
      );
    });
  return Buffer.concat([Buffer.from(`${kept.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
};

/** A mail as Gmail files it: the stamps of its way on top, no Bcc (RFC 5321 section 4.4), and no results forged in Gmail's name. */
export const asReceived = (raw: Buffer, way: Way): Buffer => {
  const { recipient, at, from, forgedResults = 'removed' } = way;
  if (from === 'google-inside') return withTopHeaders(raw, googleInsideStamps({ recipient, at }));
  if (from === 'google') return withTopHeaders(raw, googleOwnStamps(raw, { recipient, at }));
  const { envelopeFrom, host } = from;
  const clean = withoutHeader(forgedResults === 'removed' ? withoutOurResults(raw) : raw, 'Bcc');
  return withTopHeaders(clean, [
    { name: 'Delivered-To', value: recipient },
    { name: 'Return-Path', value: `<${envelopeFrom}>` },
    {
      name: 'Received',
      value: `from ${host} (${host}. [192.0.2.41])\r\n        by mx.google.com with ESMTPS id sandbox${at.toString(36)}\r\n        for <${recipient}>;\r\n        ${dateField(at)}`,
    },
    { name: 'Authentication-Results', value: authenticationResults(raw, from) },
  ]);
};
