import { expect, it } from 'vitest';

import { accountInTitle, isDelegated } from './page-address.ts';

it('knows a delegated mailbox by its path', () => {
  expect(isDelegated('/mail/u/0/d/AEoRXRT-x/')).toBe(true);
  expect(isDelegated('/mail/u/0/')).toBe(false);
  expect(isDelegated('/mail/u/0/popout')).toBe(false);
});

it('reads the address in the title, and no address of a subject', () => {
  expect(accountInTitle('Inbox (3) - Ana@acme.example - Acme Mail')).toBe('ana@acme.example');
  expect(accountInTitle('kim@globex.example - ana@acme.example - Gmail')).toBe('ana@acme.example');
  expect(accountInTitle('Gmail')).toBeNull();
  expect(accountInTitle('a - b - Gmail')).toBeNull();
});
