import type { PhraseGroup } from './rule.ts';

const common = 'Common wording of SMTP replies';
const dmarc = 'RFC 7489 and common wording of SMTP replies';
const postfix = 'Postfix, src/smtpd, src/smtp';
const exim = 'Exim, src/deliver.c, src/transports';
const sendmail = 'Sendmail, sendmail/deliver.c';

/** What servers say about the sender, the content and the way; asked before the words about the address. */
export const refusalPhrases: readonly PhraseGroup[] = [
  {
    category: 'unknown-host',
    source: 'cPanel, Exim configuration',
    words: ['account or domain may not exist'],
  },
  { category: 'system-error', source: 'procmail', words: ['procmail: couldn'] },
  { category: 'sender-not-allowed', source: sendmail, words: ['domain of sender address'] },
  { category: 'mailbox-full', source: common, words: ['mailbox size limit'] },
  {
    category: 'content',
    source: common,
    words: [
      'virus',
      'malware',
      'attachment…not allowed',
      'attachment…blocked',
      'attachment…prohibited',
    ],
  },
  {
    category: 'too-large',
    source: postfix,
    words: ['message size exceeds', 'message file too big'],
  },
  {
    category: 'too-large',
    source: common,
    words: [
      'size limit',
      'maximum message size',
      'message too large',
      'message is too large',
      'message too big',
      'message is too big',
      'message length exceeds',
      'line limit exceeded',
      'max message size exceeded',
    ],
  },
  {
    category: 'blocked-policy',
    source: dmarc,
    words: ['dmarc', 'dkim', 'spf', 'sender policy framework', 'authentication checks failed'],
  },
  {
    category: 'blocked-policy',
    source: common,
    words: ['reverse dns', 'ptr record', 'unverifyable sending'],
  },
  { category: 'blocked-policy', source: sendmail, words: ['ip name lookup failed'] },
  {
    category: 'blocked-policy',
    source: postfix,
    words: ['cannot find your hostname', 'helo command rejected'],
  },
  { category: 'blocked-policy', source: 'qmail-remote(8)', words: ['my name was rejected'] },
  {
    category: 'blocked-spam',
    source: common,
    words: [
      'considered spam',
      'detected as spam',
      'identified as spam',
      'classified as spam',
      'looks like spam',
      'spam message',
      'spam detected',
      'rejected as spam',
      'suspected spam',
      'spam content',
      'spam policy',
      'spamhaus',
      'spamcop',
      'dnsbl',
      'blacklist',
      'blocklist',
      'block list',
      'listed in…rbl',
      'poor reputation',
      'bad reputation',
      'low reputation',
      'unsolicited',
      'open relay',
    ],
  },
  { category: 'blocked-spam', source: 'amavis, lib/Amavis', words: ['ube, id='] },
  { category: 'content', source: common, words: ['content rejected', 'content filter'] },
  {
    category: 'blocked-policy',
    source: common,
    words: ['for policy reasons', 'policy violation', 'violates…policy'],
  },
  { category: 'relay-denied', source: postfix, words: ['relay access denied'] },
  { category: 'relay-denied', source: sendmail, words: ['relaying denied'] },
  {
    category: 'relay-denied',
    source: exim,
    words: ['relay not permitted', 'not permitted to relay'],
  },
  {
    category: 'relay-denied',
    source: common,
    words: ['relay denied', 'unable to relay', 'not configured to relay', 'relaying not allowed'],
  },
  {
    category: 'relay-denied',
    source: 'qmail-smtpd(8)',
    words: ["isn't in my list of allowed rcpthosts"],
  },
  {
    category: 'sender-not-allowed',
    source: common,
    words: [
      'sender rejected',
      'sender denied',
      'from an address that has been',
      'not authorized to send',
      'not allowed to send',
      "don't have permission to",
    ],
  },
  { category: 'sender-not-allowed', source: postfix, words: ['sender address rejected'] },
  { category: 'sender-not-allowed', source: 'qmail-remote(8)', words: ['sender was rejected'] },
  {
    category: 'sender-not-allowed',
    source: exim,
    words: ['sender verify failed', 'after mail from:<'],
  },
  { category: 'sender-not-allowed', source: 'RFC 4407', words: ['purported responsible address'] },
  {
    category: 'loop',
    source: common,
    words: [
      'too many hops',
      'hop count exceeded',
      'routing loop',
      'message looping',
      'looping',
      'mail loop',
    ],
  },
  { category: 'loop', source: postfix, words: ['loops back to', 'mail forwarding loop'] },
  { category: 'loop', source: 'fml', words: ['duplicated message-id'] },
];
