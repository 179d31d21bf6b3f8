import { expect, it } from 'vitest';

import { stripView } from './strip-view.ts';

const ready = { kind: 'ok', value: { standing: { kind: 'ready' }, follow: true } } as const;

it('shows the usual case at once, before the worker has answered', () => {
  expect(stripView(null, true)).toMatchObject({ kind: 'switch', follow: true, status: 'In feed' });
});

it('says what the switch does', () => {
  expect(stripView(ready, true)).toMatchObject({ status: 'In feed' });
  expect(stripView(ready, false)).toMatchObject({ follow: false, status: 'Not in feed' });
});

it('names the account that is followed instead of this one', () => {
  const standing = { kind: 'other-account', connected: 'ana@acme.example' } as const;
  expect(stripView({ kind: 'ok', value: { standing, follow: true } }, true)).toMatchObject({
    kind: 'line',
    text: expect.stringContaining('ana@acme.example'),
    action: 'open-panel',
  });
});

it.each(['not-configured', 'not-connected', 'reconnect-needed'] as const)(
  'says in one line that it is %s, with the way to the panel',
  (kind) => {
    expect(
      stripView({ kind: 'ok', value: { standing: { kind }, follow: true } }, true),
    ).toMatchObject({
      kind: 'line',
      action: 'open-panel',
    });
  },
);

it('asks for a reload after an update', () => {
  expect(stripView({ kind: 'outdated' }, true)).toMatchObject({ kind: 'line', action: 'reload' });
});
