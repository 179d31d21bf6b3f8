import {
  oneof,
  anything,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  emailAddress,
  json,
  jsonValue,
  nat,
  option,
  property,
  record,
  string,
} from 'fast-check';
import { describe, expect, it } from 'vitest';

import { budgetWord, isFresh, refusalsIn } from './ask-digest.ts';
import { buildDigest, type DigestInput } from './build-digest.ts';
import { digestLifeMs, maxDigestAddresses, maxDigestLength, type Digest } from './digest.ts';
import { readDigest } from './read-digest.ts';

const now = Date.UTC(2026, 10, 24, 9);

const input: DigestInput = {
  writtenAt: now,
  followByDefault: true,
  aliases: ['e.brandt@adatum.example'],
  budget: null,
  blockedDomains: ['rival.example'],
  salt: 'c2FsdHNhbHQ',
  suppressed: ['kim@initech.example'],
  pixel: null,
};

function digestOf(changes: Partial<DigestInput>): Digest {
  const digest = readDigest(buildDigest({ ...input, ...changes }).text);
  if (digest === null) throw new Error('Unreadable');
  return digest;
}

const addressesOf = (count: number) =>
  Array.from({ length: count }, (_none, index) => `person${index}@customer.example`);

const anyBudget = record({
  counts: constantFrom('messages' as const, 'recipients' as const),
  max: nat(),
  used: nat(),
  countedAt: nat(),
  nextFreesAt: option(nat()),
});
const anyPixel = constant({
  address: 'https://t.example/o/7/',
  keyId: 1,
  deviceId: 2,
  key: 'A'.repeat(43),
});
const anyInput = record({
  writtenAt: nat(),
  followByDefault: boolean(),
  aliases: array(emailAddress(), { maxLength: 5 }),
  budget: option(anyBudget),
  blockedDomains: array(string({ unit: 'binary' }), { maxLength: 30 }),
  salt: string({ minLength: 1, maxLength: 22 }),
  suppressed: array(emailAddress(), { maxLength: 30 }),
  pixel: option(anyPixel),
});

describe('what was built', () => {
  it('is read as it was meant', () => {
    assert(
      property(anyInput, (given) => {
        const { text, missing } = buildDigest(given);
        const read = readDigest(text);
        expect(read).toMatchObject({
          writtenAt: given.writtenAt,
          followByDefault: given.followByDefault,
          aliases: given.aliases.map((alias) => alias.toLowerCase()),
          budget: given.budget,
          pixel: given.pixel,
        });
        expect(missing.suppressed).toBe(0);
        const refused = read ? refusalsIn(read, given.suppressed, given.writtenAt) : [];
        expect(refused.length).toBe(new Set(given.suppressed.map((one) => one.toLowerCase())).size);
      }),
    );
  });

  it('never grows over its limit, and says what found no room', () => {
    assert(
      property(nat(2000), nat(6000), boolean(), (domains, people, foreign) => {
        const { text, missing } = buildDigest({
          ...input,
          blockedDomains: Array.from(
            { length: domains },
            (_none, index) => `${foreign ? 'müller' : 'rival'}${index}.example`,
          ),
          suppressed: addressesOf(people),
        });
        expect(text.length).toBeLessThanOrEqual(maxDigestLength);
        expect(/^[\x20-\x7e]*$/.test(text)).toBe(true);
        const read = readDigest(text);
        expect(read?.blockedDomains.length).toBe(domains - missing.blockedDomains);
        expect(read?.suppressed.size).toBe(people - missing.suppressed);
      }),
      { numRuns: 20 },
    );
  });

  it('has room for the newest 3,000 addresses beside an ordinary policy', () => {
    const blockedDomains = Array.from({ length: 100 }, (_none, index) => `rival${index}.example`);
    const built = buildDigest({ ...input, blockedDomains, suppressed: addressesOf(4000) });
    expect(built.missing).toEqual({ blockedDomains: 0, suppressed: 4000 - maxDigestAddresses });
    const read = readDigest(built.text);
    expect(read && refusalsIn(read, ['person2999@customer.example'], now)).toHaveLength(1);
    expect(read && refusalsIn(read, ['person3000@customer.example'], now)).toEqual([]);
  });

  it('names nobody', () => {
    expect(buildDigest(input).text).not.toContain('kim');
  });
});

describe('reading', () => {
  it('survives any value', () => {
    assert(
      property(oneof(anything(), json()), (value) => {
        expect(readDigest(value)).toBeNull();
      }),
    );
  });

  it('survives any damage to one part, and the others hold', () => {
    const whole: unknown = JSON.parse(buildDigest(input).text);
    assert(
      property(
        constantFrom('follow', 'budget', 'domains', 'hashes', 'pixel'),
        jsonValue(),
        (part, value) => {
          const text = JSON.stringify({ ...Object(whole), [part]: value });
          expect(readDigest(text)?.writtenAt).toBe(now);
        },
      ),
    );
  });

  it.each([
    ['nothing', undefined],
    ['other text', 'hello'],
    ['a later version', JSON.stringify({ v: 2, at: now, salt: 'a' })],
    ['more than was ever written', `${buildDigest(input).text}${' '.repeat(maxDigestLength)}`],
  ])('%s is no digest', (_name, value) => {
    expect(readDigest(value)).toBeNull();
  });

  it('takes no pixel from an address that could break out of the tag', () => {
    const key = { keyId: 1, deviceId: 2, key: 'A'.repeat(43) };
    const hostile = 'https://t.example/"><script>/';
    expect(digestOf({ pixel: { ...key, address: hostile } }).pixel).toBeNull();
    expect(digestOf({ pixel: { ...key, address: 'http://t.example/' } }).pixel).toBeNull();
  });
});

describe('what it says of recipients', () => {
  it('refuses the suppressed and the blocked with their sub-domains, each once', () => {
    const recipients = [
      ' KIM@initech.example',
      'kim@initech.example',
      'a@eu.rival.example',
      'b@ok.example',
    ];
    expect(refusalsIn(digestOf({}), recipients, now)).toEqual([
      { kind: 'suppressed', address: 'kim@initech.example' },
      { kind: 'blocked-domain', address: 'a@eu.rival.example', domain: 'rival.example' },
    ]);
  });

  it('refuses nobody once it is older than a day, or from the future', () => {
    const digest = digestOf({});
    expect(refusalsIn(digest, ['kim@initech.example'], now + digestLifeMs)).toHaveLength(1);
    expect(refusalsIn(digest, ['kim@initech.example'], now + digestLifeMs + 1)).toEqual([]);
    expect(isFresh(digest, now - digestLifeMs - 1)).toBe(false);
  });
});

describe('what it says of the budget', () => {
  const tenADay = {
    counts: 'recipients',
    max: 10,
    used: 7,
    countedAt: now,
    nextFreesAt: now + 60_000,
  } as const;

  it.each([
    [1, 'fine'],
    [2, 'near'],
    [3, 'near'],
    [4, 'over'],
  ])('with 3 of 10 recipients left, %i more are %s', (recipients, kind) => {
    expect(budgetWord(digestOf({ budget: tenADay }), recipients, now).kind).toBe(kind);
  });

  it('counts a mail as one where the limit is in messages', () => {
    const digest = digestOf({ budget: { ...tenADay, counts: 'messages' } });
    expect(budgetWord(digest, 50, now).kind).toBe('fine');
  });

  it('is over no longer once some of it is free again', () => {
    expect(budgetWord(digestOf({ budget: tenADay }), 4, now + 60_000).kind).toBe('near');
  });

  it('is unknown where nothing was counted or the count is old', () => {
    expect(budgetWord(digestOf({}), 1, now).kind).toBe('unknown');
    const old = digestOf({ budget: tenADay });
    expect(budgetWord(old, 1, now + digestLifeMs + 1).kind).toBe('unknown');
  });
});
