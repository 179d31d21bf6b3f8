// Class, subject and detail of RFC 3463; subjects beyond 7 do not exist, which keeps versions and addresses out.
const statusShape = /(?<![\d.])([245]\.[0-79]\.\d{1,3})(?!\.?\d)/g;

/** The first enhanced status code in a text that reports a failure (RFC 3463), or null. */
export function findStatus(text: string): string | null {
  let success: string | null = null;
  for (const match of text.matchAll(statusShape)) {
    const code = match[1] ?? '';
    if (!code.startsWith('2')) return code;
    success ??= code;
  }
  return success;
}

/** Whether a status code says nothing but its class (x.0.0). */
export function isBareStatus(status: string): boolean {
  return status.endsWith('.0.0');
}

const replyShape =
  /(?<![\d.:#@\w-])([45][0-5]\d)(?=[\s\-:;,'"]|$)(?!\s*(?:bytes|kb|mb|seconds|minutes|hours|days))/gi;
const introducedReply =
  /(?:said|returned|replied|response|reply|error|reason|code|smtp)[^\w\n]{1,6}([45][0-5]\d)(?=[\s\-:;,'"#])/i;

/** The first SMTP reply code of a refusal in a text (RFC 5321 section 4.2), or null. */
export function findReply(text: string): string | null {
  const introduced = introducedReply.exec(text)?.[1];
  if (introduced !== undefined) return introduced;
  for (const match of text.matchAll(replyShape)) return match[1] ?? null;
  return null;
}

// A DATA that fails for want of a recipient was sent along with the RCPT TO that was refused (RFC 2920).
const noRecipientLeft = /no valid recipients|need rcpt|rcpt first|no recipients/i;

/** Words for the command that was refused: Postfix, Exim, Sendmail, qmail, DragonFly, Exchange, Yahoo, 1&1. */
const recipientRefused = /rcpt[ _]to|does not like recipient|(?:after|for|to) rcpt|>>> rcpt/i;
const mailRefused =
  /end of data|>>> data|data command|final data|(?:to|our|after|for) data|text command|mail text|after i sent the message/i;
// OpenSMTPD puts a refused recipient and the reply on one line.
const openSmtpdLine = /^[^\s<>@]{1,64}@[^\s<>:]{1,255}: 5\d\d /m;
// A reply that begins with the address and a colon is how Postfix refuses a recipient.
const namesRecipient = /[45]\d\d[ :-](?: ?[45]\.\d\.\d{1,3})? ?<[^<>\s]{1,200}>: /;

/** What the other server refused, the recipient's address or the mail after it, from the words of a notice; null where they do not tell. */
export function refusedIn(text: string): 'recipient' | 'mail' | null {
  const recipientAt = text.search(recipientRefused);
  const mailAt = text.search(mailRefused);
  if (recipientAt !== -1 && (mailAt === -1 || recipientAt < mailAt)) return 'recipient';
  if (mailAt !== -1) return noRecipientLeft.test(text) ? 'recipient' : 'mail';
  return namesRecipient.test(text) || openSmtpdLine.test(text) ? 'recipient' : null;
}
