import type { PhraseRule } from './rule.ts';

const source = 'https://support.google.com/a/answer/3726730';

/** What Gmail writes in its own notices, and what its servers answer to others. */
export const gmailPhrases: readonly PhraseRule[] = [
  { words: 'reached a limit for sending mail', category: 'sender-limit', source },
  { words: 'daily user sending', category: 'sender-limit', source },
  { words: 'daily sending quota exceeded', category: 'sender-limit', source },
  { words: 'daily smtp relay', category: 'sender-limit', source },
  { words: 'exceeded…number of posts', category: 'blocked-policy', source },
  { words: 'is receiving mail at a rate', category: 'temporarily-refused', source },
  { words: 'is receiving mail too quickly', category: 'temporarily-refused', source },
  { words: 'unusual rate of', category: 'temporarily-refused', source },
  { words: 'recipient inbox is out of storage', category: 'mailbox-full', source },
  { words: "recipient's inbox is out of storage", category: 'mailbox-full', source },
  {
    words: 'the email account that you tried to reach is over quota',
    category: 'mailbox-full',
    source,
  },
  {
    words: 'the email account that you tried to reach is disabled',
    category: 'mailbox-disabled',
    source,
  },
  {
    words: 'the email account that you tried to reach is inactive',
    category: 'mailbox-disabled',
    source,
  },
  {
    words: 'the email account that you tried to reach does not exist',
    category: 'unknown-user',
    source,
  },
  { words: "address couldn't be found", category: 'unknown-user', proof: true, source },
  {
    words: "couldn't be found, or is unable to receive",
    category: 'unknown-user',
    proof: true,
    source,
  },
  { words: 'the domain…could not be found', category: 'unknown-host', source },
  { words: "domain…couldn't be found", category: 'unknown-host', source },
  { words: 'domain name not found', category: 'unknown-host', source },
  { words: 'had no relevant answers', category: 'expired', source },
  { words: 'dns error', category: 'expired', source },
  { words: 'unsolicited mail originating from your ip', category: 'blocked-spam', source },
  { words: 'likely unsolicited mail', category: 'blocked-spam', source },
  { words: 'likely suspicious due to', category: 'blocked-spam', source },
  {
    words: 'blocked because its content presents a potential security',
    category: 'content',
    source,
  },
  { words: 'does not meet ipv6 sending guidelines', category: 'blocked-policy', source },
  { words: 'unauthenticated email from', category: 'blocked-policy', source },
  { words: 'does not have authentication information', category: 'blocked-policy', source },
  { words: 'the sender is unauthenticated', category: 'blocked-policy', source },
  { words: 'address in from: header are not', category: 'blocked-policy', source },
  {
    words: 'may not exist, or you may not have permission to post',
    category: 'blocked-policy',
    source,
  },
  { words: 'did not accept our requests to connect', category: 'expired', source },
  { words: 'does not support tls', category: 'blocked-policy', source },
];
