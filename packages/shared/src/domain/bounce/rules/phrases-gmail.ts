import type { PhraseGroup } from './rule.ts';

const source = 'https://support.google.com/a/answer/3726730';

/** What Gmail writes in its own notices, and what its servers answer to others. */
export const gmailPhrases: readonly PhraseGroup[] = [
  {
    category: 'sender-limit',
    source,
    words: [
      'reached a limit for sending mail',
      'sending limit',
      'sending quota',
      'unusual sending activity',
      'daily user sending',
      'daily smtp relay',
    ],
  },
  { category: 'blocked-policy', source, words: ['exceeded…number of posts'] },
  {
    category: 'temporarily-refused',
    source,
    words: ['is receiving mail at a rate', 'is receiving mail too quickly', 'unusual rate of'],
  },
  {
    category: 'mailbox-full',
    source,
    words: [
      'recipient inbox is out of storage',
      "recipient's inbox is out of storage",
      'the email account that you tried to reach is over quota',
    ],
  },
  {
    category: 'mailbox-disabled',
    source,
    words: [
      'the email account that you tried to reach is disabled',
      'the email account that you tried to reach is inactive',
    ],
  },
  {
    category: 'unknown-user',
    proof: true,
    source,
    words: ["address couldn't be found", "couldn't be found, or is unable to receive"],
  },
  {
    category: 'unknown-user',
    source,
    words: ['the email account that you tried to reach does not exist'],
  },
  {
    category: 'unknown-host',
    source,
    words: [
      'the domain…could not be found',
      "domain…couldn't be found",
      'domain name not found',
      "doesn't receive email",
      'able to find the recipient domain',
    ],
  },
  { category: 'expired', source, words: ['had no relevant answers', 'dns error'] },
  {
    category: 'blocked-spam',
    source,
    words: [
      'unsolicited mail originating from your ip',
      'likely unsolicited mail',
      'likely suspicious due to',
    ],
  },
  {
    category: 'content',
    source,
    words: ['blocked because its content presents a potential security'],
  },
  {
    category: 'blocked-policy',
    source,
    words: [
      'does not meet ipv6 sending guidelines',
      'unauthenticated email from',
      'does not have authentication information',
      'the sender is unauthenticated',
      'address in from: header are not',
      'may not exist, or you may not have permission to post',
    ],
  },
  { category: 'expired', source, words: ['did not accept our requests to connect'] },
  { category: 'blocked-policy', source, words: ['does not support tls'] },
];
