import { describe, expect, it } from 'vitest';

import { judge, type FailureFacts } from './classify.ts';
import { bounceRules } from './rules/all.ts';

const facts = (part: Partial<FailureFacts>): FailureFacts => ({
  status: null,
  replyCode: null,
  refused: null,
  words: '',
  ...part,
});

describe('judging a failure', () => {
  it.each<[string, Partial<FailureFacts>, string, boolean]>([
    ['a code about the address', { status: '5.1.1' }, 'unknown-user', true],
    ['a code about the domain', { status: '5.1.2' }, 'unknown-host', true],
    ['a new address', { status: '5.1.6', replyCode: '551' }, 'moved', true],
    ['a full mailbox', { status: '5.2.2' }, 'mailbox-full', false],
    ['words against the code', { status: '5.1.1', words: '552 Over quota' }, 'mailbox-full', false],
    ['no code, no words', {}, 'other', false],
    ['a reply to RCPT', { words: '550 No such user', refused: 'recipient' }, 'unknown-user', true],
    ['a reply to DATA', { words: '550 No such user', refused: 'mail' }, 'unknown-user', false],
    [
      'a code that contradicts',
      { status: '5.2.1', words: 'user unknown' },
      'mailbox-disabled',
      false,
    ],
    [
      'a sender whose domain is not there',
      { words: '550 Domain not found (in reply to MAIL FROM command)' },
      'sender-not-allowed',
      false,
    ],
    ['a reply for a domain without mail', { replyCode: '521' }, 'unknown-host', true],
    [
      'spam refused with that reply',
      { status: '5.7.1', replyCode: '521' },
      'blocked-policy',
      false,
    ],
    ['a mail system that is congested', { status: '4.4.5' }, 'temporarily-refused', false],
    [
      'the command of Yahoo',
      { words: '550 No such user [RCPT_TO]', refused: 'recipient' },
      'unknown-user',
      true,
    ],
    ['a refusal for now', { status: '4.1.1', words: 'user unknown' }, 'unknown-user', false],
    [
      'a domain without mail',
      { replyCode: '556', words: '556 no mail here' },
      'unknown-host',
      true,
    ],
    ['DMARC', { status: '5.7.1', words: 'rejected by DMARC policy' }, 'blocked-policy', false],
    ['SPF', { words: '550 SPF check failed' }, 'blocked-policy', false],
    ['a block list', { words: '554 blocked using a DNSBL' }, 'blocked-spam', false],
    [
      "the sender's limit",
      { words: '550 5.4.5 Daily user sending limit exceeded' },
      'sender-limit',
      false,
    ],
    ["Exchange's sender limit", { status: '5.1.90' }, 'sender-limit', false],
    ['the sender', { words: '553 Sender address rejected' }, 'sender-not-allowed', false],
    ['relaying', { words: '550 Relay access denied' }, 'relay-denied', false],
    ['a loop', { status: '5.4.6' }, 'loop', false],
    ['greylisting', { words: '450 Greylisted, see you later' }, 'temporarily-refused', false],
    ['time that ran out', { words: '450 Greylisted: retry timeout exceeded' }, 'expired', false],
    ['size', { status: '5.3.4' }, 'too-large', false],
    ['a virus', { words: '554 Virus found' }, 'content', false],
    ['German', { words: 'Die Adresse wurde nicht gefunden' }, 'unknown-user', false],
    ['Japanese', { words: 'メールボックスがいっぱいです' }, 'mailbox-full', false],
    [
      'a vendor that speaks of its own users',
      { words: 'RESOLVER.ADR.RecipientNotFound' },
      'unknown-user',
      true,
    ],
  ])('knows %s', (_, part, category, hard) => {
    expect(judge(facts(part))).toEqual({ category, hard });
  });
});

describe('the rules', () => {
  it('are written in lower case, as they are compared', () => {
    const wrong = bounceRules.phrases.filter(({ words }) => words !== words.toLowerCase());
    expect(wrong).toEqual([]);
  });

  it('can each be reached: no earlier rule of another category holds all of its words', () => {
    const hidden = bounceRules.phrases.filter((rule, index) =>
      bounceRules.phrases
        .slice(0, index)
        .some(
          (earlier) =>
            earlier.category !== rule.category &&
            !rule.words.includes('…') &&
            rule.words.includes(earlier.words),
        ),
    );
    expect(hidden.map(({ words }) => words)).toEqual([]);
  });

  it('say each status once', () => {
    const codes = bounceRules.statusRules.map(({ status }) => status);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('name a source for each', () => {
    const unsourced = [...bounceRules.phrases, ...bounceRules.statusRules].filter(
      ({ source }) => source === '',
    );
    expect(unsourced).toEqual([]);
  });
});
