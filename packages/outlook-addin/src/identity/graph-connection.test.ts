import { mailboxAddress } from '@postrider/shared/domain/ids';
import { describe, expect, it } from 'vitest';

import { createGraphConnection } from './graph-connection.ts';
import type { SignedIn, SignInOutcome } from './sign-in.ts';

const eva = mailboxAddress('eva@adatum.example');
const tom = mailboxAddress('tom@adatum.example');
const tenant = '11112222-3333-4444-8555-666677778888';
const scopes = ['user.read', 'mail.readwrite', 'mail.send'];

const signedIn = (id: string, change: Partial<SignedIn> = {}): SignInOutcome => ({
  kind: 'signed-in',
  value: {
    token: `token of ${id}`,
    expiresAt: 3_600_000,
    scopes,
    account: { id, name: `${id}@adatum.onmicrosoft.example`, tenant },
    ...change,
  },
});
const needed: SignInOutcome = {
  kind: 'failed',
  failure: { kind: 'reconnect-needed', cause: 'no-grant' },
};

/** Eva's mailbox is open; `silent` and `inFront` are what signing in gives, `asked` what was asked of it. */
function open(silent: SignInOutcome, inFront: SignInOutcome, allowedTenants: string[] = []) {
  const world = { silent, inFront, now: 0, asked: new Array<string>() };
  const connection = createGraphConnection({
    client: () => ({ id: 'client', allowedTenants }),
    signInFor: () => ({
      async silently(fresh) {
        world.asked.push(fresh ? 'fresh' : 'silent');
        return world.silent;
      },
      async inFront(choose) {
        world.asked.push(choose ? 'choose' : 'in front');
        return world.inFront;
      },
      forget: () => void world.asked.push('forget'),
    }),
    open: eva,
    async addressesOf(token) {
      world.asked.push('addresses');
      const own =
        token === 'token of eva' ? [eva, mailboxAddress('e.brandt@adatum.example')] : [tom];
      return { kind: 'ok', value: own };
    },
    clock: () => world.now,
  });
  return { ...connection, world };
}

describe('connecting', () => {
  it('shows nothing where Outlook gives the token by itself', async () => {
    const { authorization, world } = open(signedIn('eva'), needed);
    const asked = await authorization.ask(null);
    expect(asked).toEqual({ kind: 'granted', grant: { kind: 'by-host' } });
    expect(world.asked).toEqual(['silent']);
    expect(await authorization.account({ kind: 'by-host' })).toEqual({ kind: 'ok', value: eva });
  });

  it('asks in front where Microsoft wants to see the person', async () => {
    const { authorization, world } = open(needed, signedIn('eva'));
    expect(await authorization.ask(null)).toMatchObject({ kind: 'granted' });
    expect(world.asked).toEqual(['silent', 'in front']);
  });

  it('says whose the account is where it is another one, and lets the person choose next time', async () => {
    const { authorization, tokens, world } = open(signedIn('tom'), signedIn('eva'));
    await authorization.ask(null);
    expect(await authorization.account({ kind: 'by-host' })).toEqual({ kind: 'ok', value: tom });
    world.asked.length = 0;
    await authorization.ask(null);
    expect(world.asked).toEqual(['choose']);
    expect(await authorization.account({ kind: 'by-host' })).toEqual({ kind: 'ok', value: eva });
    expect(await tokens.token()).toEqual({ kind: 'ok', value: 'token of eva' });
  });

  it('takes no account of another organisation', async () => {
    const { authorization } = open(signedIn('eva'), needed, ['another-tenant']);
    expect(await authorization.ask(null)).toEqual({
      kind: 'tenant-not-allowed',
      account: 'eva@adatum.onmicrosoft.example',
    });
  });

  it('takes no permission that is too small', async () => {
    const small = signedIn('eva', { scopes: ['user.read', 'mail.readwrite'] });
    const { authorization } = open(small, small);
    expect(await authorization.ask(null)).toEqual({
      kind: 'failed',
      failure: { kind: 'reconnect-needed', cause: 'scope' },
    });
  });
});

it('reconnects with a new token, never with the one that Graph has refused', async () => {
  const { authorization, tokens, world } = open(signedIn('eva'), signedIn('eva'));
  await tokens.token();
  await tokens.reject('token of eva');
  world.asked.length = 0;
  expect(await authorization.ask(eva)).toMatchObject({ kind: 'granted' });
  expect(world.asked).toEqual(['fresh']);
});

it('forgets all of it where the rep disconnects', async () => {
  const { authorization, tokens, world } = open(signedIn('eva'), needed);
  await tokens.token();
  world.asked.length = 0;
  await authorization.revoke({ kind: 'by-host' });
  await tokens.token();
  expect(world.asked).toEqual(['forget', 'silent', 'addresses']);
});

describe('a token', () => {
  it('is never that of another mailbox, whatever Outlook gives', async () => {
    const { tokens } = open(signedIn('tom'), needed);
    expect(await tokens.token()).toEqual({ kind: 'reconnect-needed', cause: 'no-grant' });
  });

  it('is asked for once by however many calls, and proved once for each account', async () => {
    const { tokens, world } = open(signedIn('eva'), needed);
    await Promise.all([tokens.token(), tokens.token()]);
    world.now = 3_600_000 - 59_000;
    await tokens.token();
    expect(world.asked).toEqual(['silent', 'addresses', 'silent']);
  });

  it('is asked for anew where Graph refused it', async () => {
    const { tokens, world } = open(signedIn('eva'), needed);
    await tokens.token();
    await tokens.reject('token of eva');
    await tokens.token();
    expect(world.asked).toEqual(['silent', 'addresses', 'fresh']);
  });

  it('shows nothing to get one: the person is asked only by their own click', async () => {
    const { tokens, world } = open(needed, signedIn('eva'));
    expect(await tokens.token()).toEqual({ kind: 'reconnect-needed', cause: 'no-grant' });
    expect(world.asked).toEqual(['silent']);
  });
});
