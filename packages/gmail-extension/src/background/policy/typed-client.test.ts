import { expect, it } from 'vitest';

import { checkClient } from './typed-client.ts';

const id = '1234-ab.apps.googleusercontent.com';

it('trims what was pasted', () => {
  expect(checkClient({ id: ` ${id}\n`, secret: ' GOCSPX-secret ' })).toEqual({
    kind: 'ok',
    client: { id, secret: 'GOCSPX-secret' },
  });
});

it.each([
  ['', 'GOCSPX-secret', 'id'],
  ['https://console.cloud.google.com', 'GOCSPX-secret', 'id'],
  [id, '', 'secret'],
  [id, 'two words', 'secret'],
])('names the field of %j, %j', (typedId, secret, field) => {
  expect(checkClient({ id: typedId, secret })).toEqual({ kind: 'invalid', field });
});
