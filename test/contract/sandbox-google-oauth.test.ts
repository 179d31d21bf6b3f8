import { createHash } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startSandboxWorld, type SandboxWorld } from './sandbox-world.ts';

const client = { id: 'company.apps.googleusercontent.com', secret: 'handed-by-policy' };
const redirect = 'https://abcdefghijklmnop.chromiumapp.org/oauth2';
const scope = 'https://www.googleapis.com/auth/gmail.modify';
const verifier = 'a-verifier-that-is-long-enough-for-the-rule-of-rfc-7636';

let world: SandboxWorld;
beforeEach(async () => {
  world = await startSandboxWorld();
  world.google.addOAuthClient({ ...client, redirectUris: [redirect] });
});
afterEach(() => world.close());

const consentPage = async (change: Record<string, string> = {}): Promise<string> => {
  const asked = new URLSearchParams({
    client_id: client.id,
    redirect_uri: redirect,
    response_type: 'code',
    scope,
    state: 'st&ate',
    access_type: 'offline',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...change,
  });
  const page = await world.google.accountsHost(
    new Request(`https://accounts.google.com/o/oauth2/v2/auth?${asked}`),
  );
  return page.text();
};

/** The person presses the button of an account. */
const choose = async (address: string, page: string): Promise<URL> => {
  const form = page.split('<form').find((part) => part.includes(`value="${address}"`)) ?? '';
  const fields = [...form.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
    name ?? '',
    (value ?? '').replaceAll('&amp;', '&'),
  ]);
  const answer = await world.google.accountsHost(
    new Request('https://accounts.google.com/o/oauth2/v2/auth/callback', {
      method: 'POST',
      body: new URLSearchParams(fields),
    }),
  );
  return new URL(answer.headers.get('location') ?? '');
};

const token = async (fields: Record<string, string>) => {
  const answer = await world.google.oauthHost(
    new Request('https://oauth2.googleapis.com/token', {
      method: 'POST',
      body: new URLSearchParams({ client_id: client.id, client_secret: client.secret, ...fields }),
    }),
  );
  return { status: answer.status, ...(await answer.json()) };
};

const connect = async (change: Record<string, string> = {}) => {
  const back = await choose(world.ana.address, await consentPage(change));
  return token({
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: redirect,
    code_verifier: verifier,
  });
};

const refresh = (refreshToken: string) =>
  token({ grant_type: 'refresh_token', refresh_token: refreshToken });

const profileStatus = async (accessToken: string): Promise<number> => {
  const answer = await fetch(`${world.root}gmail/v1/users/me/profile`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return answer.status;
};

describe('connecting', () => {
  it('gives the state back and tokens that open the chosen mailbox', async () => {
    const back = await choose(world.ben.address, await consentPage());
    expect(back.searchParams.get('state')).toBe('st&ate');
    const granted = await connect();
    expect(granted).toMatchObject({ status: 200, scope, token_type: 'Bearer' });
    expect(await profileStatus(granted.access_token)).toBe(200);
  });

  it('can be declined', async () => {
    const href = /<a href="([^"]*)">Cancel/.exec(await consentPage())?.[1] ?? '';
    const back = new URL(href.replaceAll('&amp;', '&'));
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error: 'access_denied',
      state: 'st&ate',
    });
  });

  it('shows only accounts that are signed in', async () => {
    world.google.addAccount({ address: 'eve@else.example', name: 'Eve', signedIn: false });
    const page = await consentPage();
    expect(page).toContain(world.ana.address);
    expect(page).not.toContain('eve@else.example');
  });

  it('gives a refresh token to who asked for one, and again only with consent', async () => {
    expect((await connect({ access_type: 'online' })).refresh_token).toBeUndefined();
    expect((await connect()).refresh_token).toBeDefined();
    expect((await connect()).refresh_token).toBeUndefined();
    expect((await connect({ prompt: 'consent' })).refresh_token).toBeDefined();
  });

  it.each([
    ['another verifier', { code_verifier: 'another' }, 'invalid_grant'],
    ['another redirect address', { redirect_uri: 'https://evil.example' }, 'redirect_uri_mismatch'],
    ['a wrong secret', { client_secret: 'guess' }, 'invalid_client'],
  ])('refuses %s', async (_name, change, error) => {
    const back = await choose(world.ana.address, await consentPage());
    const code = back.searchParams.get('code') ?? '';
    const fields = { grant_type: 'authorization_code', code, redirect_uri: redirect };
    expect(await token({ ...fields, code_verifier: verifier, ...change })).toMatchObject({ error });
  });
});

describe('a grant', () => {
  it('outlives its access token', async () => {
    const granted = await connect();
    await world.pass(3_600_000);
    expect(await profileStatus(granted.access_token)).toBe(401);
    const renewed = await refresh(granted.refresh_token);
    expect(await profileStatus(renewed.access_token)).toBe(200);
  });

  it('ends when the account takes it back', async () => {
    const granted = await connect();
    world.google.revoke(world.ana.address);
    expect(await profileStatus(granted.access_token)).toBe(401);
    expect(await refresh(granted.refresh_token)).toMatchObject({
      status: 400,
      error: 'invalid_grant',
    });
  });

  it('ends as a whole when the client gives one of its tokens back', async () => {
    const granted = await connect();
    const revoke = async () =>
      (
        await world.google.oauthHost(
          new Request('https://oauth2.googleapis.com/revoke', {
            method: 'POST',
            body: new URLSearchParams({ token: granted.refresh_token }),
          }),
        )
      ).status;
    expect(await revoke()).toBe(200);
    expect(await profileStatus(granted.access_token)).toBe(401);
    expect(await revoke()).toBe(400);
  });
});
