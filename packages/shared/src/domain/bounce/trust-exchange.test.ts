import { describe, expect, it } from 'vitest';

import type { Headers } from '../message/headers.ts';
import { exchangeTrustOf } from './trust-exchange.ts';

const eva = 'eva@adatum.example';
const system =
  'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@adatum.onmicrosoft.com>';

type Field = readonly [string, string];

function headers(...fields: readonly Field[]): Headers {
  return fields.map(([name, value]) => ({ name, value }));
}

const as = (who: string) => ['X-MS-Exchange-Organization-AuthAs', who] as const;
const source = (host: string) => ['X-MS-Exchange-Organization-AuthSource', host] as const;
const border = source('AM0EUR01FT001.mail.protection.outlook.com');
const from = (address: string) => ['From', address] as const;
const to = ['To', eva] as const;
const inner = [
  'Received',
  'from HUB.eurprd01.prod.exchangelabs.com ([fe80::1]) by HUB.eurprd01.prod.exchangelabs.com with mapi id 15.20; Mon',
] as const;
const outer = [
  'Received',
  'from x.example (192.0.2.1) by BORDER.mail.protection.outlook.com with Microsoft SMTP Server id 15.20 via\r\n Frontend Transport; Mon',
] as const;
const results = (dmarc: string) =>
  [
    'Authentication-Results',
    `spf=pass (sender IP is 192.0.2.41) smtp.mailfrom=x.example; dkim=none (message not signed) header.d=none;${dmarc};compauth=pass reason=100`,
  ] as const;
const passes = (domain: string) => results(`dmarc=pass action=none header.from=${domain}`);

const trust = (...fields: readonly Field[]) => exchangeTrustOf(headers(...fields), eva);
const kind = (...fields: readonly Field[]) => trust(...fields).kind;

describe('Exchange’s own notice', () => {
  it('is proved by being internal', () => {
    expect(kind(inner, as('Internal'), from(system), to)).toBe('own-provider');
    expect(kind(inner, as('Internal'), from('postmaster@adatum.example'), to)).toBe('own-provider');
  });

  it.each<readonly [string, readonly Field[]]>([
    ['nothing says so', [inner, from(system), to]],
    ['Exchange calls its writer anonymous', [as('Anonymous'), border, from(system), to]],
    ['two fields say who wrote it', [as('Internal'), as('Anonymous'), from(system), to]],
    ['it came in by the border', [outer, as('Internal'), from(system), to]],
    ['a colleague wrote it', [as('Internal'), from('tom@adatum.example'), to]],
    [
      'it was written to somebody else',
      [as('Internal'), from(system), ['To', 'tom@adatum.example']],
    ],
    ['there are two From', [as('Internal'), from(system), from('x@evil.example'), to]],
    ['From names two', [as('Internal'), from(`${system}, x@evil.example`), to]],
  ])('is not proved where %s', (_name, fields) => {
    expect(kind(...fields)).toBe('none');
  });
});

describe('another writer', () => {
  const outside = [outer, as('Anonymous')] as const;

  it('with a role and DMARC speaks for the own domain', () => {
    const writer = from('postmaster@initech.example');
    expect(trust(passes('initech.example'), ...outside, border, writer, to)).toEqual({
      kind: 'domain',
      domains: ['initech.example'],
    });
  });

  it('at the rep’s own company is its relay', () => {
    const writer = from('MAILER-DAEMON@relay.adatum.example');
    expect(kind(passes('relay.adatum.example'), ...outside, border, writer, to)).toBe(
      'own-company',
    );
  });

  it.each<readonly [string, readonly Field[]]>([
    [
      'a server that checks nothing filed it',
      [passes('initech.example'), source('mail.adatum.example')],
    ],
    ['nobody says who filed it', [passes('initech.example')]],
    ['two fields say who filed it', [passes('initech.example'), border, border]],
    [
      'the host only ends like Microsoft’s',
      [passes('initech.example'), source('protection.outlook.com.evil.example')],
    ],
    ['DMARC passes for another domain', [passes('evil.example'), border]],
    ['DMARC fails', [results('dmarc=fail action=oreject header.from=initech.example'), border]],
    [
      'the pass stands below',
      [results('dmarc=none header.from=initech.example'), passes('initech.example'), border],
    ],
    [
      'the pass is a comment’s',
      [
        results('dmarc=fail (dmarc=pass header.from=initech.example) header.from=initech.example'),
        border,
      ],
    ],
    [
      'a pass was smuggled in beside the result',
      [
        results('dmarc=pass header.from=initech.example;dmarc=fail header.from=initech.example'),
        border,
      ],
    ],
    [
      'a server of another name says so',
      [
        ['Authentication-Results', 'mx.evil.example; dmarc=pass header.from=initech.example'],
        border,
      ],
    ],
  ])('is nobody where %s', (_name, fields) => {
    expect(kind(...fields, ...outside, from('postmaster@initech.example'), to)).toBe('none');
  });
});
