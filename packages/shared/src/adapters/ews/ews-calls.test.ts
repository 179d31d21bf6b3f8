import { describe, expect, it } from 'vitest';

import { createEwsCalls } from './ews-calls.ts';
import type { EwsReply } from './ews-reply.ts';
import { element, textElement } from './xml/element.ts';

const request = element('m:GetItem', {});

const envelope = (body: string): EwsReply => ({
  kind: 'answer',
  text: `<s:Envelope><s:Body>${body}</s:Body></s:Envelope>`,
});

const yes = envelope(
  '<m:GetItemResponse><m:ResponseMessages><m:A ResponseClass="Success"/></m:ResponseMessages></m:GetItemResponse>',
);

const no = (code: string, backOffMs: number) =>
  envelope(
    `<m:GetItemResponse><m:ResponseMessages><m:A ResponseClass="Error"><m:ResponseCode>${code}</m:ResponseCode><m:MessageXml><t:Value Name="BackOffMilliseconds">${backOffMs}</t:Value></m:MessageXml></m:A></m:ResponseMessages></m:GetItemResponse>`,
  );

function opened(replies: readonly EwsReply[]) {
  let now = 1_800_000_000_000;
  const left = [...replies];
  const asked: string[] = [];
  const calls = createEwsCalls(
    async (soap) => {
      asked.push(soap);
      return left.shift() ?? yes;
    },
    () => now,
  );
  return { calls, asked, at: () => now, pass: (ms: number) => (now += ms) };
}

describe('requests', () => {
  it('go one at a time', async () => {
    let open = 0;
    let most = 0;
    const calls = createEwsCalls(
      async () => {
        open += 1;
        most = Math.max(most, open);
        await Promise.resolve();
        open -= 1;
        return yes;
      },
      () => 0,
    );
    await Promise.all([calls.all(request), calls.all(request), calls.one(request)]);
    expect(most).toBe(1);
  });

  it('wait until the time that Exchange named, wherever in an answer it stood', async () => {
    const { calls, asked, at, pass } = opened([no('ErrorServerBusy', 5000)]);
    const until = { kind: 'rate-limited', retryAt: at() + 5000, limit: 'requests' };
    expect(await calls.one(request)).toEqual(until);
    pass(4999);
    expect(await calls.all(request)).toEqual(until);
    expect(asked).toHaveLength(1);
    pass(1);
    expect(await calls.one(request)).toMatchObject({ kind: 'ok' });
    expect(asked).toHaveLength(2);
  });

  it('of another kind do not wait for a limit of sending', async () => {
    const { calls, asked } = opened([no('ErrorSubmissionQuotaExceeded', 5000)]);
    expect(await calls.one(request)).toMatchObject({ limit: 'sending' });
    expect(await calls.one(request)).toMatchObject({ kind: 'ok' });
    expect(asked).toHaveLength(2);
  });

  it('that are too long for Office are not made', async () => {
    const { calls, asked } = opened([]);
    const long = textElement('m:CreateItem', 'x'.repeat(1_000_000));
    expect(await calls.one(long)).toMatchObject({ kind: 'refused' });
    expect(asked).toEqual([]);
  });

  it('that Office never answered may have been carried out', async () => {
    const { calls } = opened([{ kind: 'unanswered' }]);
    expect(await calls.one(request)).toEqual({ kind: 'unknown', cause: 'timeout' });
  });

  it('go on after one that threw', async () => {
    let isBroken = true;
    const calls = createEwsCalls(
      async () => {
        if (!isBroken) return yes;
        isBroken = false;
        throw new Error('a bug');
      },
      () => 0,
    );
    await expect(calls.one(request)).rejects.toThrow('a bug');
    expect(await calls.one(request)).toMatchObject({ kind: 'ok' });
  });
});
