import type { PhraseRule } from './rule.ts';

const source =
  'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online';
const server =
  'https://learn.microsoft.com/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages';

/** Exchange Online's and Exchange Server's own words; the names in capitals are its resolver and store, in every language. */
export const exchangePhrases: readonly PhraseRule[] = [
  { words: 'resolver.adr.recipient', category: 'unknown-user', proof: true, source },
  { words: 'resolver.adr.recipnotfound', category: 'unknown-user', proof: true, source: server },
  { words: 'resolver.adr.exrecipnotfound', category: 'unknown-user', proof: true, source: server },
  { words: 'resolver.adr.bad', category: 'unknown-user', proof: true, source: server },
  { words: 'resolver.adr.invalid', category: 'unknown-user', proof: true, source: server },
  { words: 'resolver.rst.auth', category: 'sender-not-allowed', source },
  { words: 'resolver.rst.notauthorized', category: 'sender-not-allowed', source },
  {
    words: 'resolver.rst.restrictedtorecipientspermission',
    category: 'sender-not-allowed',
    source,
  },
  { words: 'resolver.rst.recipsizelimit', category: 'too-large', source },
  { words: 'resolver.rst.sendsizelimit', category: 'too-large', source },
  { words: 'resolver.rst.recipsizelimit', category: 'too-large', source },
  { words: 'resolver.fwd.loop', category: 'loop', source },
  { words: 'resolver.fwd.notfound', category: 'unknown-user', source },
  { words: 'resolver.grp', category: 'system-error', source: server },
  { words: 'routing.looping', category: 'loop', source },
  { words: 'routing.noconnector', category: 'system-error', source: server },
  { words: 'routing.sizelimit', category: 'too-large', source: server },
  { words: 'queue.expired', category: 'expired', source },
  { words: 'storedrv…mailbox full', category: 'mailbox-full', source: server },
  { words: 'storedrv…disabled mailbox', category: 'mailbox-disabled', source: server },
  { words: 'storedrv…permission', category: 'sender-not-allowed', source: server },
  { words: 'transport.rules.rejectmessage', category: 'blocked-policy', source },
  { words: 'submission has been disabled for this account', category: 'sender-limit', source },
  { words: 'mapiexceptionmaxsubmissionexceeded', category: 'sender-limit', source },
  { words: 'exceeded…message send limit', category: 'sender-limit', source },
  { words: 'submissionquotaexceeded', category: 'sender-limit', source },
  { words: 'recipient rate limit', category: 'sender-limit', source },
  { words: "sender's message limit", category: 'sender-limit', source },
  { words: 'tenant has exceeded', category: 'sender-limit', source },
  { words: 'external recipient rate', category: 'sender-limit', source },
  { words: "can't send more messages", category: 'sender-limit', source },
  { words: 'bad outbound sender', category: 'sender-not-allowed', source },
  { words: "weren't recognized as a valid sender", category: 'sender-not-allowed', source },
  {
    words: 'recipient address rejected: access denied…outlook.com',
    category: 'unknown-user',
    proof: true,
    source,
  },
  { words: 'recipient address rejected: access denied', category: 'unknown-user', source },
  {
    words: 'refused due to recipient preferences',
    category: 'blocked-policy',
    source: 'Facebook, postmaster response codes',
  },
  { words: 'unknown recipient or mailbox unavailable', category: 'unknown-user', source },
  {
    words: 'recipient not found by smtp address lookup',
    category: 'unknown-user',
    proof: true,
    source,
  },
  {
    words: 'the recipient name is not recognized',
    category: 'unknown-user',
    proof: true,
    source: server,
  },
  { words: '000c05a6', category: 'unknown-user', proof: true, source: server },
  {
    words: 'e-mail account does not exist at the organization',
    category: 'unknown-user',
    proof: true,
    source: server,
  },
  { words: 'the domain is not reachable', category: 'unknown-host', source: server },
  { words: 'message expired', category: 'expired', source },
  { words: 'dns query failed', category: 'expired', source },
  { words: 'infodomainnonexistent', category: 'unknown-host', source },
  { words: 'quotaexceeded', category: 'mailbox-full', source: server },
];
