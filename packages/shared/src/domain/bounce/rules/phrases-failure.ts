import type { PhraseGroup } from './rule.ts';

const common = 'Common wording of SMTP replies';
const postfix = 'Postfix, src/smtpd, src/smtp';
const exim = 'Exim, src/deliver.c, src/transports';
const sendmail = 'Sendmail, sendmail/deliver.c';

/** What is said when time was up, and what is refused only for now; time first, since it tells what became of the mail. Asked after the words about the address. */
export const timePhrases: readonly PhraseGroup[] = [
  {
    category: 'expired',
    source: exim,
    words: ['retry timeout exceeded', 'have been failing for a long time'],
  },
  { category: 'expired', source: 'qmail-send(8)', words: ['in the queue too long'] },
  {
    category: 'expired',
    source: sendmail,
    words: ['could not be delivered for', 'cannot send message for', 'will be deleted from queue'],
  },
  {
    category: 'expired',
    source: 'DragonFly Mail Agent',
    words: ['could not deliver for the last'],
  },
  { category: 'expired', source: 'OpenSMTPD, smtpd/queue.c', words: ['envelope expired'] },
  {
    category: 'expired',
    source: common,
    words: [
      'delivery failed…attempts',
      'unable to deliver…days',
      'after trying for',
      'delivery time expired',
    ],
  },
  {
    category: 'temporarily-refused',
    source: common,
    words: [
      'greylist',
      'graylist',
      'too many connections',
      'frequency limited',
      'unusual rate',
      'try again later',
      'try later',
      'temporarily deferred',
      'temporarily rejected',
      'too busy',
      'server busy',
      'exceeded…rate',
      'throttl',
      'postgrey',
      'too many recipients',
      'too many messages',
      'rate limit',
      'service refuse',
    ],
  },
];

/** What is said when the way, the time or the machine failed; asked after the status code. */
export const failurePhrases: readonly PhraseGroup[] = [
  {
    category: 'expired',
    source: common,
    words: [
      'timed out',
      'has not been collected',
      'was not delivered within',
      'gave up',
      'connection refused',
      'no route to host',
      'not reachable',
      'could not find a gateway',
      'connection timeout',
      'unable to connect',
      "can't connect",
      'cannot connect',
      'connection closed',
      'unreachable',
      'not responding',
      'dns failure',
      'dns query',
      'lookup failed',
      'could not connect',
      'no response',
      'connection lost',
      'connection reset',
    ],
  },
  { category: 'expired', source: postfix, words: ['refused to talk to me', 'lost connection'] },
  {
    category: 'expired',
    source: 'qmail-remote(8)',
    words: ["wasn't able to establish an smtp connection"],
  },
  {
    category: 'temporarily-refused',
    source: common,
    words: ['unavailable or busy', 'temporary', 'temporarily', 'try again'],
  },
  {
    category: 'system-error',
    source: common,
    words: [
      'insufficient system',
      'disk full',
      'configuration error',
      'unknown mail transport',
      'transport unavailable',
      'local error',
      'permission denied',
      'internal error',
      'system error',
      'server error',
      'ldap',
    ],
  },
  { category: 'system-error', source: postfix, words: ['command died with status'] },
  { category: 'system-error', source: exim, words: ['generated during the delivery attempt'] },
  { category: 'system-error', source: sendmail, words: ['local configuration error'] },
  { category: 'unknown-user', source: postfix, words: ['recipient address rejected.'] },
  { category: 'blocked-spam', source: common, words: ['spam'] },
  {
    category: 'blocked-policy',
    source: common,
    words: ['denied', 'not allowed', 'rejected', 'blocked', 'not accepted'],
  },
];
