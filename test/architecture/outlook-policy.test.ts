import { readFileSync } from 'node:fs';

import type { Policy } from '@postrider/shared/application/ports/policy';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import { parsePolicy } from '../../packages/outlook-addin/src/policy/parse-policy.ts';

type Setting = { readonly title?: string; readonly description?: string };

const folder = new URL('../../packages/outlook-addin/public/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const schema: { readonly properties: Readonly<Record<string, Setting>> } = JSON.parse(
  read('policy.schema.json'),
);
const settings = Object.entries(schema.properties).filter(([name]) => name !== '$schema');
const accepts = new Ajv2020({ formats: { uuid: true } }).compile(schema);

const tenant = '11112222-3333-4444-8555-666677778888';
const everything = {
  entraClientId: '0b9f2f0e-1111-4222-8333-444455556666',
  allowedTenants: [tenant],
  allowedDomains: ['adatum.example'],
  blockedDomains: ['rival.example'],
  dailyMessageLimit: 300,
  groupMail: {
    perMinute: 10,
    perHour: 300,
    perDay: 1000,
    tenant: { licences: 25, senders: 5 },
  },
  followByDefault: false,
};

/** Every field of the port but Gmail's own, so that a new one fails to compile until the company can set it. */
const whatItSays: { readonly [Field in Exclude<keyof Policy, 'oauthClient'>]: unknown } = {
  entraClient: { id: everything.entraClientId, allowedTenants: [tenant] },
  allowedDomains: everything.allowedDomains,
  blockedDomains: everything.blockedDomains,
  dailyMessageLimit: 300,
  groupMail: everything.groupMail,
  followByDefault: false,
};

describe("Outlook's policy file", () => {
  it('takes every setting of its schema, and the port takes every setting', () => {
    expect(settings.map(([name]) => name)).toEqual(Object.keys(everything));
    expect(accepts(everything)).toBe(true);
    expect(parsePolicy(JSON.stringify(everything))).toEqual({ kind: 'ok', policy: whatItSays });
  });

  it.each(settings)('has a title and a sentence for %s', (_name, { title, description }) => {
    expect(title).toMatch(/^[A-Z]/);
    expect(description).toMatch(/^[A-Z].*\.$/);
  });

  it.each(Object.keys(everything))('changes with %s', (name) => {
    const without = Object.fromEntries(Object.entries(everything).filter(([key]) => key !== name));
    expect(parsePolicy(JSON.stringify(without))).not.toEqual({ kind: 'ok', policy: whatItSays });
  });

  it('is shown by an example that holds', () => {
    const example = read('policy.example.json');
    expect(accepts(JSON.parse(example))).toBe(true);
    expect(parsePolicy(example)).toMatchObject({ kind: 'ok' });
  });
});
