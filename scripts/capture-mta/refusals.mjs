/**
 * What the other side answers, by the local part of the recipient, in the words such servers use.
 * `RCPT` stands for the recipient; more than one line makes a multi-line reply (RFC 5321 section 4.2.1).
 * @typedef {{ at: 'RCPT' | 'DATA', lines: readonly string[] }} Refusal
 */

/** @type {Readonly<Record<string, Refusal>>} */
const refusals = {
  'nobody.here': {
    at: 'RCPT',
    lines: ['550 5.1.1 <RCPT>: Recipient address rejected: User unknown in virtual mailbox table'],
  },
  jürgen: { at: 'RCPT', lines: ['550 5.1.1 <RCPT>: Recipient address rejected: User unknown'] },
  left: { at: 'RCPT', lines: ['550 No such user here'] },
  full: { at: 'RCPT', lines: ['552 5.2.2 <RCPT>: Quota exceeded (mailbox for user is full)'] },
  large: { at: 'DATA', lines: ['552 5.3.4 Message size exceeds fixed maximum message size'] },
  strict: {
    at: 'DATA',
    lines: [
      '550 5.7.26 Unauthenticated email from sender.example is not accepted due to',
      "550 5.7.26 domain's DMARC policy. Please contact the administrator of",
      '550 5.7.26 sender.example domain if this was a legitimate mail.',
    ],
  },
  greylist: {
    at: 'RCPT',
    lines: ['451 4.7.1 <RCPT>: Recipient address rejected: Greylisting in action, try again later'],
  },
};

/**
 * The refusal a recipient meets, or undefined for one that is taken.
 * @param {string} recipient
 * @returns {Refusal | undefined}
 */
export function refusalFor(recipient) {
  const found = refusals[recipient.slice(0, recipient.lastIndexOf('@'))];
  return (
    found && { ...found, lines: found.lines.map((line) => line.replaceAll('RCPT', recipient)) }
  );
}
