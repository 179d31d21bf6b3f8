import { describe, expect, it } from 'vitest';

import { testMicrosoft } from '../test-microsoft.ts';

describe('batches', () => {
  it('are carried out four at a time, and never trip over themselves', async () => {
    const { ask, microsoft } = testMicrosoft();
    const requests = Array.from({ length: 20 }, (_none, index) => ({
      id: String(index),
      method: 'POST',
      url: '/me/messages',
      headers: { 'content-type': 'application/json' },
      body: { subject: `No ${index}` },
    }));
    const { body } = await ask('/$batch', { json: { requests } });
    expect(new Set(body.responses.map(({ status }: { status: number }) => status))).toEqual(
      new Set([201]),
    );
    expect(Math.max(...microsoft.log.all().map(({ atOnce }) => atOnce))).toBe(4);
    expect(microsoft.log.httpRequests()).toBe(1);
  });

  it('beside something else, a part is throttled alone', async () => {
    const { ask } = testMicrosoft();
    const requests = Array.from({ length: 4 }, (_none, index) => ({
      id: String(index),
      method: 'GET',
      url: '/me/messages',
    }));
    const [alone, batch] = await Promise.all([
      ask('/me/messages'),
      ask('/$batch', { json: { requests } }),
    ]);
    const parts = batch.body.responses.map(({ status }: { status: number }) => status);
    expect([alone.status, ...parts].filter((status) => status === 429)).toHaveLength(1);
  });

  it('keep an order where one part depends on another, and stop behind a failure', async () => {
    const { ask } = testMicrosoft();
    const requests = [
      { id: 'c', method: 'GET', url: '/me/mailFolders/drafts', dependsOn: ['b'] },
      { id: 'a', method: 'GET', url: '/me/messages/AAMkADnobody' },
      { id: 'b', method: 'POST', url: '/me/messages', body: {}, dependsOn: [] },
      { id: 'd', method: 'GET', url: '/me', dependsOn: ['a'] },
    ];
    const { body } = await ask('/$batch', { json: { requests } });
    const part = (id: string) => body.responses.find((one: { id: string }) => one.id === id);
    expect(part('c').body.totalItemCount).toBe(1);
    expect([part('a').status, part('d').status]).toEqual([400, 424]);
  });

  it('hold no more than twenty parts', async () => {
    const { ask } = testMicrosoft();
    const requests = Array.from({ length: 21 }, (_none, id) => ({
      id: String(id),
      method: 'GET',
      url: '/me',
    }));
    expect((await ask('/$batch', { json: { requests } })).status).toBe(400);
  });
});
