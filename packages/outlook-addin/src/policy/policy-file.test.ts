import { describe, expect, it } from 'vitest';

import { parsePolicy } from './parse-policy.ts';
import { createPolicyFile } from './policy-file.ts';

const clientId = '0b9f2f0e-1111-4222-8333-444455556666';
const good = JSON.stringify({ entraClientId: clientId, blockedDomains: ['@Rival.example'] });

function memory(initial: Record<string, string> = {}) {
  const values = new Map(Object.entries(initial));
  return {
    read: (key: string) => values.get(key) ?? null,
    write: (key: string, value: string) => void values.set(key, value),
  };
}

const serving = (answer: () => Response) => async () => answer();

describe('a policy file', () => {
  it('is read in the form that is compared', () => {
    expect(parsePolicy(good)).toEqual({
      kind: 'ok',
      policy: {
        entraClient: { id: clientId, allowedTenants: [] },
        blockedDomains: ['rival.example'],
      },
    });
  });

  it('sets the pace of group mail, and the share of a tenant’s limit', () => {
    const groupMail = { perMinute: 10, perDay: 500, tenant: { licences: 25, senders: 5 } };
    expect(parsePolicy(JSON.stringify({ groupMail }))).toEqual({
      kind: 'ok',
      policy: { groupMail },
    });
  });

  it.each([
    ['no JSON', '{', 'policy.json'],
    ['a list', '[]', 'policy.json'],
    ['a mistyped rule', '{"blockDomains":["rival.example"]}', 'blockDomains'],
    ['a client id that is none', '{"entraClientId":"Postrider"}', 'entraClientId'],
    ['a limit of nothing', '{"dailyMessageLimit":0}', 'dailyMessageLimit'],
    ['group mail of nothing', '{"groupMail":{"perMinute":0}}', 'groupMail.perMinute'],
    ['half a tenant', '{"groupMail":{"tenant":{"licences":25}}}', 'groupMail.tenant.senders'],
    ['a mistyped pace', '{"groupMail":{"perSecond":1}}', 'groupMail.perSecond'],
    ['domains that are no list', '{"blockedDomains":"rival.example"}', 'blockedDomains'],
    ['a tenant that is a name', '{"allowedTenants":["adatum"]}', 'allowedTenants.0'],
  ])('with %s is broken, and says where', (_name, text, at) => {
    expect(parsePolicy(text)).toEqual({ kind: 'broken', at });
  });
});

describe('the policy that holds', () => {
  it('is the last good one before anything is read, and while the file is broken or cannot be reached', async () => {
    const kept = memory({ policy: good });
    let answer = new Response('{"blockedDomains":7}');
    const file = createPolicyFile(
      serving(() => answer),
      kept,
    );
    const { policy } = file.last();
    expect(policy.blockedDomains).toEqual(['rival.example']);
    expect(await file.refresh()).toEqual({
      policy,
      trouble: { kind: 'broken', at: 'blockedDomains' },
    });
    answer = new Response('', { status: 503 });
    expect(await file.refresh()).toEqual({ policy, trouble: { kind: 'unreachable' } });
    expect(kept.read('policy')).toBe(good);
  });

  it('is kept once it was read', async () => {
    const kept = memory();
    await createPolicyFile(
      serving(() => new Response(good)),
      kept,
    ).refresh();
    const next = createPolicyFile(
      serving(() => Response.error()),
      kept,
    );
    expect(next.last().policy.entraClient?.id).toBe(clientId);
  });

  it('is none where the company has taken its file away', async () => {
    const kept = memory({ policy: good });
    const file = createPolicyFile(
      serving(() => new Response('', { status: 404 })),
      kept,
    );
    expect(await file.refresh()).toEqual({ policy: {}, trouble: null });
    expect(
      createPolicyFile(
        serving(() => Response.error()),
        kept,
      ).last().policy,
    ).toEqual({});
  });
});
