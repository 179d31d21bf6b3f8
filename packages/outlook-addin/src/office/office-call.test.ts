import { expect, it } from 'vitest';

import { officeCall } from './office-call.ts';

const result = (change: object): Office.AsyncResult<string> =>
  Object.assign(Object.create(null), { status: 'succeeded', value: 'yes' }, change);

it('gives the value', async () => {
  expect(await officeCall<string>((answer) => answer(result({})))).toEqual({
    kind: 'ok',
    value: 'yes',
  });
});

it('gives the code of a refusal', async () => {
  const refused = result({ status: 'failed', error: { code: 9018 } });
  expect(await officeCall<string>((answer) => answer(refused))).toEqual({
    kind: 'refused',
    code: 9018,
  });
});

it('ends where Outlook never calls back', async () => {
  expect(await officeCall<string>(() => {}, 1)).toEqual({ kind: 'no-answer' });
});

it('ends where this Outlook does not know the call', async () => {
  const missing: { call?: () => void } = {};
  const outcome = await officeCall<string>(() => {
    if (missing.call === undefined) throw new TypeError('not a function');
  });
  expect(outcome).toEqual({ kind: 'unsupported' });
});
