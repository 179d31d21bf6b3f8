import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { testMicrosoft } from '../test-microsoft.ts';

const origin = 'https://addin.postrider.example';
const redirect = `${origin}/dialog.html`;
const verifier = 'a-verifier-that-is-long-enough-for-the-rule-of-rfc-7636';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const scope =
  'openid profile offline_access User.Read https://graph.microsoft.com/Mail.ReadWrite Mail.Send';

const start = () => {
  const world = testMicrosoft();
  const { microsoft } = world;
  const client = microsoft.addClient({
    id: 'app-1',
    redirectUris: [redirect, 'brk-multihub://addin.postrider.example'],
  });
  const page = (
    change: Record<string, string> = {},
    form?: Record<string, string>,
    tenant = 'organizations',
  ) => {
    const asked = new URLSearchParams({
      client_id: client.id,
      redirect_uri: redirect,
      response_type: 'code',
      response_mode: 'fragment',
      scope,
      state: 's-1',
      nonce: 'n-1',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...change,
    });
    const url = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?${asked}`;
    return microsoft.loginHost(
      new Request(url, form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    );
  };
  const token = async (
    form: Record<string, string>,
    headers: Record<string, string> = { origin },
  ) => {
    const answer = await microsoft.loginHost(
      new Request('https://login.microsoftonline.com/organizations/oauth2/v2.0/token', {
        method: 'POST',
        headers,
        body: new URLSearchParams({ client_id: client.id, redirect_uri: redirect, ...form }),
      }),
    );
    return {
      status: answer.status,
      headers: answer.headers,
      body: JSON.parse(await answer.text()),
    };
  };
  return { ...world, page, token };
};

const account = 'eva@adatum.example';
const accepted = { account, decision: 'accept' };

const resultOf = (answer: Response): URLSearchParams =>
  new URLSearchParams(new URL(answer.headers.get('location') ?? 'about:blank').hash.slice(1));

const claimsOf = (idToken: string) =>
  JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());

const signedIn = async () => {
  const world = start();
  const result = resultOf(await world.page({}, accepted));
  const code = result.get('code') ?? '';
  const { body } = await world.token({
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
  });
  return { ...world, tokens: body };
};

describe('signing in', () => {
  it('asks who it is, then for consent, and comes back with a code for tokens that Graph takes', async () => {
    const { page, token, ask } = start();
    expect(await (await page()).text()).toContain('eva.brandt@adatum.onmicrosoft.example');
    expect(await (await page({}, { account })).text()).toContain('Send mail as you');
    const result = resultOf(await page({}, accepted));
    expect(result.get('state')).toBe('s-1');
    const code = result.get('code') ?? '';
    const { body, headers } = await token({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
    });
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(claimsOf(body.id_token)).toMatchObject({
      aud: 'app-1',
      nonce: 'n-1',
      preferred_username: 'eva.brandt@adatum.onmicrosoft.example',
    });
    const me = await ask('/me?$select=mail,proxyAddresses', { token: body.access_token });
    expect(me.body).toMatchObject({
      mail: account,
      proxyAddresses: ['SMTP:eva@adatum.example', 'smtp:e.brandt@adatum.example'],
    });
    const again = await token({ grant_type: 'authorization_code', code, code_verifier: verifier });
    expect(again.body.error_codes).toEqual([54005]);
  });

  it('asks nothing where consent stands and the account is named; prompt=none asks never', async () => {
    const { page, microsoft } = start();
    const silent = { prompt: 'none', login_hint: account };
    expect(resultOf(await page({ prompt: 'none' })).get('error')).toBe('login_required');
    expect(resultOf(await page(silent)).get('error')).toBe('interaction_required');
    microsoft.consent(account, 'app-1');
    expect(resultOf(await page(silent)).get('code')).toBeTruthy();
    expect(resultOf(await page({ login_hint: account })).get('code')).toBeTruthy();
    expect(await (await page({ login_hint: account, prompt: 'select_account' })).text()).toContain(
      'Pick',
    );
  });

  it('can be declined', async () => {
    const { page } = start();
    const result = resultOf(await page({}, { account, decision: 'cancel' }));
    expect([result.get('error'), result.get('error_description')?.slice(0, 12)]).toEqual([
      'access_denied',
      'AADSTS65004:',
    ]);
  });

  it.each([
    [{ client_id: 'nobody' }, 'AADSTS700016'],
    [{ redirect_uri: 'https://evil.example/' }, 'AADSTS50011'],
  ])('shows %j to nobody but the person', async (change, code) => {
    const { page } = start();
    const answer = await page(change);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(code);
  });

  it('refuses people of another tenant, and personal accounts where the app is for work', async () => {
    const { page, exchange, microsoft } = start();
    exchange.addMailbox({ address: 'pat@outlook.com', name: 'Pat' });
    microsoft.addTenant({ name: 'Contoso', domains: ['contoso.example'], id: 'contoso-id' });
    const other = await page({}, accepted, 'contoso-id');
    expect(await other.text()).toContain('AADSTS50020');
    const personal = await page({}, { account: 'pat@outlook.com' }, 'common');
    expect(await personal.text()).toContain('not enabled for consumers');
  });
});

describe('tokens', () => {
  it('are for a page only, and for who began', async () => {
    const { page, token } = start();
    const code = resultOf(await page({}, accepted)).get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, code_verifier: verifier };
    expect((await token(form, {})).body.error_codes).toEqual([9002327]);
    expect((await token({ ...form, code_verifier: 'another' })).body.error_codes).toEqual([501481]);
  });

  it('run out, are renewed for a day, and end when the person takes them back', async () => {
    const { ask, token, tokens, microsoft, pass } = await signedIn();
    const renewal = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token, scope };
    microsoft.expireTokens(account);
    const old = await ask('/me', { token: tokens.access_token });
    expect([old.status, old.body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
    const renewed = await token(renewal);
    expect((await ask('/me', { token: renewed.body.access_token })).status).toBe(200);
    await pass(24 * 60 * 60_000);
    const late = await token({ ...renewal, refresh_token: renewed.body.refresh_token });
    expect(late.body).toMatchObject({ error: 'invalid_grant', error_codes: [700084] });
    const back = await signedIn();
    back.microsoft.revoke(account);
    expect((await back.ask('/me', { token: back.tokens.access_token })).status).toBe(401);
    expect(
      (await back.token({ ...renewal, refresh_token: back.tokens.refresh_token })).status,
    ).toBe(400);
  });
});

describe('nested app authentication', () => {
  const asked = { address: account, clientId: 'app-1', origin, scopes: scope };

  it('needs the person once, then nobody', async () => {
    const { microsoft, ask } = start();
    expect(microsoft.broker(asked)).toMatchObject({
      kind: 'refused',
      status: 'USER_INTERACTION_REQUIRED',
      code: 'AADSTS65001',
    });
    expect(microsoft.broker({ ...asked, interactive: true }).kind).toBe('token');
    const answer = microsoft.broker(asked);
    const accessToken = answer.kind === 'token' ? answer.accessToken : '';
    expect((await ask('/me/messages', { token: accessToken })).status).toBe(200);
  });

  it('is for registered hosts only', () => {
    const { microsoft } = start();
    expect(microsoft.broker({ ...asked, origin: 'https://evil.example' })).toMatchObject({
      status: 'PERSISTENT_ERROR',
      code: 'AADSTS50011',
    });
  });
});

it('describes itself', async () => {
  const { microsoft } = start();
  const look = async (path: string) => {
    const answer = await microsoft.loginHost(
      new Request(`https://login.microsoftonline.com${path}`),
    );
    return JSON.parse(await answer.text());
  };
  const configuration = await look('/adatum.example/v2.0/.well-known/openid-configuration');
  const { keys } = await look('/common/discovery/v2.0/keys');
  expect(configuration.issuer).toMatch(
    /^https:\/\/login\.microsoftonline\.com\/[\da-f-]{36}\/v2\.0$/,
  );
  expect(keys[0]).toMatchObject({ kty: 'RSA', use: 'sig' });
  expect((await look('/nowhere.example/v2.0/.well-known/openid-configuration')).error).toBe(
    'invalid_tenant',
  );
});
