import { describe, expect, it } from 'vitest';

import type { Headers } from '../message/headers.ts';
import { gmailProvider } from './rules/notice-writers.ts';
import { doubtAbout, trustOf } from './trust.ts';

const ana = 'ana@acme.example';
const inner = 'by 2002:ac9:644e:0:0:0:0:0 with SMTP id a14-v6csp1356121ocl; Sun, 20 May 2018';
const border = 'from x.example (x.example. [192.0.2.1]) by mx.google.com with ESMTPS id b; Sun';

type Field = readonly [string, string];

function headers(...fields: readonly Field[]): Headers {
  return fields.map(([name, value]) => ({ name, value }));
}

const results = (words: string) => ['Authentication-Results', `mx.google.com; ${words}`] as const;
const passes = (domain: string) => results(`dmarc=pass (p=NONE) header.from=${domain}`);
const from = (address: string) => ['From', address] as const;
const to = ['To', ana] as const;
const google = from('Mail Delivery Subsystem <mailer-daemon@googlemail.com>');

const kind = (...fields: readonly Field[]) => trustOf(headers(...fields), ana, gmailProvider).kind;

describe('Google’s own notice', () => {
  it('is proved by its border', () => {
    expect(kind(passes('googlemail.com'), google, to)).toBe('own-provider');
  });

  it('is proved by having stamps of the inside only', () => {
    expect(kind(['Received', inner], ['Received', inner], google, to)).toBe('own-provider');
  });

  it.each<readonly [string, readonly Field[]]>([
    ['nothing proves it', [google, to]],
    ['DMARC passes for another domain', [passes('evil.example'), google, to]],
    ['DMARC fails', [results('dmarc=fail header.from=googlemail.com'), google, to]],
    ['only DKIM of somebody passes', [results('dkim=pass header.i=@evil.example'), google, to]],
    [
      'the pass stands below another result',
      [results('spf=none'), passes('googlemail.com'), google, to],
    ],
    [
      'another server says so',
      [
        ['Authentication-Results', 'mx.evil.example; dmarc=pass header.from=googlemail.com'],
        google,
        to,
      ],
    ],
    [
      'the server only begins like Google’s',
      [
        [
          'Authentication-Results',
          'mx.google.com.evil.example; dmarc=pass header.from=googlemail.com',
        ],
        google,
        to,
      ],
    ],
    [
      'there are two results',
      [
        results('dmarc=pass header.from=googlemail.com; dmarc=pass header.from=evil.example'),
        google,
        to,
      ],
    ],
    [
      'it was written to somebody else',
      [passes('googlemail.com'), google, ['To', 'evil@x.example']],
    ],
    ['there are two To', [passes('googlemail.com'), google, to, ['To', 'evil@x.example']]],
    ['there are two From', [passes('googlemail.com'), google, from('x@evil.example'), to]],
    [
      'From names two',
      [passes('googlemail.com'), from('mailer-daemon@googlemail.com, x@evil.example'), to],
    ],
    [
      'it passed the border without results',
      [['Received', inner], ['Received', border], google, to],
    ],
    [
      'it was fetched by POP3',
      [['Received', inner], ['X-Gmail-Fetch-Info', 'x 1 pop3'], google, to],
    ],
    ['it has no stamps at all', [google, to]],
  ])('is not proved where %s', (_name, fields) => {
    expect(kind(...fields)).toBe('none');
  });
});

describe('another writer', () => {
  it('with a role and DMARC speaks for the own domain', () => {
    const fields = [passes('initech.example'), from('postmaster@initech.example'), to] as const;
    expect(trustOf(headers(...fields), ana, gmailProvider)).toEqual({
      kind: 'domain',
      domains: ['initech.example'],
    });
  });

  it('without a role could be anybody’s customer', () => {
    expect(kind(passes('mail.example'), from('max@mail.example'), to)).toBe('none');
  });

  it('at the rep’s own company is its relay', () => {
    const fields = [passes('relay.acme.example'), from('MAILER-DAEMON@relay.acme.example'), to];
    expect(kind(...fields)).toBe('own-company');
  });

  it('reports complaints for the domains of its feedback loop', () => {
    const report = ['Content-Type', 'multipart/report; report-type=feedback-report'] as const;
    const fields = [passes('hotmail.com'), from('staff@hotmail.com'), report] as const;
    expect(trustOf(headers(...fields), ana, gmailProvider)).toMatchObject({
      kind: 'domain',
      domains: expect.arrayContaining(['outlook.com']),
    });
  });
});

it('is doubted about others than its own, and about who was no recipient', () => {
  const initech = { kind: 'domain', domains: ['initech.example'] } as const;
  expect(doubtAbout(initech, 'kim@initech.example', true)).toBeNull();
  expect(doubtAbout(initech, 'kim@sales.initech.example', true)).toBeNull();
  expect(doubtAbout(initech, 'kim@notinitech.example', true)).toBe('other-domain');
  expect(doubtAbout({ kind: 'own-provider' }, 'kim@initech.example', true)).toBeNull();
  expect(doubtAbout({ kind: 'own-provider' }, 'kim@initech.example', false)).toBe(
    'not-a-recipient',
  );
  expect(doubtAbout({ kind: 'none' }, 'kim@initech.example', true)).toBe('unknown-writer');
});
