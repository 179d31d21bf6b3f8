import { expect, it } from 'vitest';

import { parseManagedPolicy } from './managed-policy.ts';

it('takes what the company set', () => {
  expect(
    parseManagedPolicy({
      oauthClientId: ' a.apps.googleusercontent.com ',
      oauthClientSecret: 'x',
      allowedDomains: ['@Acme.example'],
      blockedDomains: ['Rival.example '],
      dailyMessageLimit: 300,
      groupMailPerMinute: 5,
      groupMailPerDay: 200,
      followByDefault: false,
    }),
  ).toEqual({
    oauthClient: { id: 'a.apps.googleusercontent.com', secret: 'x' },
    allowedDomains: ['acme.example'],
    blockedDomains: ['rival.example'],
    dailyMessageLimit: 300,
    groupMail: { perMinute: 5, perDay: 200 },
    followByDefault: false,
  });
});

it('is empty before the browser has loaded the policy', () => {
  expect(parseManagedPolicy({})).toEqual({});
});

it('leaves a value of the wrong kind out, and a client without its secret', () => {
  expect(
    parseManagedPolicy({ oauthClientId: 'a', allowedDomains: 'acme.example', followByDefault: 1 }),
  ).toEqual({});
  expect(parseManagedPolicy({ blockedDomains: 5, dailyMessageLimit: 0 })).toEqual({});
});
