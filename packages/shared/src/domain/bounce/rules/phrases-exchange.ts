import type { PhraseGroup } from './rule.ts';

const source =
  'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online';
const server =
  'https://learn.microsoft.com/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages';

/** Exchange Online's and Exchange Server's own words; the names in capitals are its resolver and store, in every language. */
export const exchangePhrases: readonly PhraseGroup[] = [
  {
    category: 'unknown-user',
    proof: true,
    source: server,
    words: [
      'resolver.adr.recipnotfound',
      'resolver.adr.exrecipnotfound',
      'resolver.adr.bad',
      'resolver.adr.invalid',
    ],
  },
  { category: 'unknown-user', proof: true, source, words: ['resolver.adr.recipient'] },
  {
    category: 'sender-not-allowed',
    source,
    words: [
      'resolver.rst.auth',
      'resolver.rst.notauthorized',
      'resolver.rst.sendernotauthorized',
      'resolver.rst.sendernotauthenticated',
      'do not have permission to send',
      'resolver.rst.restrictedtorecipientspermission',
    ],
  },
  {
    category: 'too-large',
    source,
    words: ['resolver.rst.recipsizelimit', 'resolver.rst.sendsizelimit'],
  },
  { category: 'loop', source, words: ['resolver.fwd.loop'] },
  { category: 'unknown-user', source, words: ['resolver.fwd.notfound'] },
  { category: 'system-error', source: server, words: ['resolver.grp'] },
  { category: 'loop', source, words: ['routing.looping'] },
  { category: 'system-error', source: server, words: ['routing.noconnector'] },
  { category: 'too-large', source: server, words: ['routing.sizelimit'] },
  { category: 'expired', source, words: ['queue.expired'] },
  { category: 'mailbox-full', source: server, words: ['storedrv…mailbox full'] },
  { category: 'mailbox-disabled', source: server, words: ['storedrv…disabled mailbox'] },
  { category: 'sender-not-allowed', source: server, words: ['storedrv…permission'] },
  { category: 'blocked-policy', source, words: ['transport.rules.rejectmessage'] },
  {
    category: 'sender-limit',
    source,
    words: [
      'submission has been disabled for this account',
      'mapiexceptionmaxsubmissionexceeded',
      'exceeded…message send limit',
      'submission…quota',
      'recipient rate limit',
      'exceeded its daily limit',
      'exceeded…tenant',
      "sender's message limit",
      'tenant has exceeded',
      'external recipient rate',
      "can't send more messages",
    ],
  },
  {
    category: 'sender-not-allowed',
    source,
    words: ['bad outbound sender', "weren't recognized as a valid sender"],
  },
  {
    category: 'unknown-user',
    proof: true,
    source,
    words: ['recipient address rejected: access denied…outlook.com'],
  },
  { category: 'unknown-user', source, words: ['recipient address rejected: access denied'] },
  {
    category: 'blocked-policy',
    source: 'Facebook, postmaster response codes',
    words: ['refused due to recipient preferences'],
  },
  {
    category: 'unknown-user',
    proof: true,
    source: server,
    words: [
      'the recipient name is not recognized',
      '000c05a6',
      'e-mail account does not exist at the organization',
    ],
  },
  {
    category: 'unknown-user',
    proof: true,
    source,
    words: ['recipient not found by smtp address lookup'],
  },
  { category: 'unknown-user', source, words: ['unknown recipient or mailbox unavailable'] },
  { category: 'unknown-host', source: server, words: ['the domain is not reachable'] },
  { category: 'expired', source, words: ['message expired', 'dns query failed'] },
  { category: 'unknown-host', source, words: ['infodomainnonexistent'] },
  { category: 'mailbox-full', source: server, words: ['quotaexceeded'] },
];
