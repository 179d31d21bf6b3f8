import { afterEach, beforeEach, expect, it } from 'vitest';

import { rawMail, startSandboxWorld, type SandboxWorld } from './sandbox-world.ts';

let world: SandboxWorld;
beforeEach(async () => {
  world = await startSandboxWorld();
});
afterEach(() => world.close());

const batchOf = async (requests: readonly string[]): Promise<Response> => {
  const parts = requests.map(
    (request, index) =>
      `--cut\r\nContent-Type: application/http\r\nContent-ID: <item${index}>\r\n\r\n${request}\r\n`,
  );
  return fetch(`${world.root}batch/gmail/v1`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${world.google.issueToken(world.ana.address)}`,
      'content-type': 'multipart/mixed; boundary=cut',
    },
    body: `${parts.join('')}--cut--`,
  });
};

const statusesIn = (text: string): readonly number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

it('answers each part under its name, with its own fate', async () => {
  const { id } = world.ana.deposit(Buffer.from(rawMail({}), 'base64url'), { labelIds: ['INBOX'] });
  const answer = await batchOf([
    `GET /gmail/v1/users/me/messages/${id}?format=minimal`,
    'GET /gmail/v1/users/me/messages/nope',
    `POST /gmail/v1/users/me/messages/${id}/modify\r\nContent-Type: application/json\r\n\r\n{"addLabelIds":["STARRED"]}`,
  ]);
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toMatch(/^multipart\/mixed; boundary=/);
  expect(statusesIn(text)).toEqual([200, 404, 200]);
  expect(text).toContain('Content-ID: <response-item0>');
  expect(text).toContain(`"id":"${id}"`);
  expect(world.ana.find(id)?.labelIds).toContain('STARRED');
  expect(world.google.log.units({ account: world.ana.address })).toBe(45);
});

it('carries the parts out at the same time, so that too many trip each other', async () => {
  const profile = 'GET /gmail/v1/users/me/profile';
  const small = await batchOf(Array.from({ length: 10 }, () => profile));
  expect(statusesIn(await small.text()).every((status) => status === 200)).toBe(true);
  const big = await batchOf(Array.from({ length: 100 }, () => profile));
  expect(statusesIn(await big.text())).toContain(429);
});

it('takes no more than 100 parts', async () => {
  const answer = await batchOf(Array.from({ length: 101 }, () => 'GET /gmail/v1/users/me/profile'));
  expect(answer.status).toBe(400);
});
