import type { PhraseRule } from './rule.ts';

const common = 'Common wording of SMTP replies';
const postfix = 'Postfix, src/smtpd, src/smtp';
const exim = 'Exim, src/deliver.c, src/transports';
const sendmail = 'Sendmail, sendmail/deliver.c';

/** What is said when time was up, and what is refused only for now; time first, since it tells what became of the mail. Asked after the words about the address. */
export const timePhrases: readonly PhraseRule[] = [
  { words: 'retry timeout exceeded', category: 'expired', source: exim },
  { words: 'have been failing for a long time', category: 'expired', source: exim },
  { words: 'in the queue too long', category: 'expired', source: 'qmail-send(8)' },
  { words: 'could not be delivered for', category: 'expired', source: sendmail },
  { words: 'cannot send message for', category: 'expired', source: sendmail },
  { words: 'will be deleted from queue', category: 'expired', source: sendmail },
  { words: 'could not deliver for the last', category: 'expired', source: 'DragonFly Mail Agent' },
  { words: 'envelope expired', category: 'expired', source: 'OpenSMTPD, smtpd/queue.c' },
  { words: 'delivery time expired', category: 'expired', source: common },
  { words: 'greylist', category: 'temporarily-refused', source: common },
  { words: 'graylist', category: 'temporarily-refused', source: common },
  { words: 'greylisted', category: 'temporarily-refused', source: common },
  { words: 'please try again later', category: 'temporarily-refused', source: common },
  { words: 'too many connections', category: 'temporarily-refused', source: common },
  { words: 'connection rate limit', category: 'temporarily-refused', source: common },
  { words: 'too many recipients', category: 'temporarily-refused', source: common },
  { words: 'too many messages', category: 'temporarily-refused', source: common },
  { words: 'rate limit', category: 'temporarily-refused', source: common },
  { words: 'service refuse', category: 'temporarily-refused', source: common },
];

/** What is said when the way, the time or the machine failed; asked after the status code. */
export const failurePhrases: readonly PhraseRule[] = [
  { words: 'timed out', category: 'expired', source: common },
  { words: 'has not been collected', category: 'expired', source: common },
  { words: 'was not delivered within', category: 'expired', source: common },
  { words: 'gave up', category: 'expired', source: common },
  { words: 'connection refused', category: 'expired', source: common },
  { words: 'refused to talk to me', category: 'expired', source: postfix },
  { words: 'no route to host', category: 'expired', source: common },
  { words: 'network is unreachable', category: 'expired', source: common },
  { words: 'is not responding', category: 'expired', source: common },
  { words: 'not reachable', category: 'expired', source: common },
  { words: 'could not find a gateway', category: 'expired', source: common },
  {
    words: "wasn't able to establish an smtp connection",
    category: 'expired',
    source: 'qmail-remote(8)',
  },
  { words: 'could not connect', category: 'expired', source: common },
  { words: 'no response', category: 'expired', source: common },
  { words: 'lost connection', category: 'expired', source: postfix },
  { words: 'connection lost', category: 'expired', source: common },
  { words: 'connection reset', category: 'expired', source: common },
  { words: 'unavailable or busy', category: 'temporarily-refused', source: common },
  { words: 'temporary', category: 'temporarily-refused', source: common },
  { words: 'temporarily', category: 'temporarily-refused', source: common },
  { words: 'try again', category: 'temporarily-refused', source: common },
  { words: 'insufficient system', category: 'system-error', source: common },
  { words: 'command died with status', category: 'system-error', source: postfix },
  { words: 'generated during the delivery attempt', category: 'system-error', source: exim },
  { words: 'local configuration error', category: 'system-error', source: sendmail },
  { words: 'internal error', category: 'system-error', source: common },
  { words: 'system error', category: 'system-error', source: common },
  { words: 'server error', category: 'system-error', source: common },
  { words: 'ldap', category: 'system-error', source: common },
  { words: 'recipient address rejected.', category: 'unknown-user', source: postfix },
  { words: 'spam', category: 'blocked-spam', source: common },
  { words: 'denied', category: 'blocked-policy', source: common },
  { words: 'not allowed', category: 'blocked-policy', source: common },
  { words: 'rejected', category: 'blocked-policy', source: common },
  { words: 'blocked', category: 'blocked-policy', source: common },
  { words: 'not accepted', category: 'blocked-policy', source: common },
];
