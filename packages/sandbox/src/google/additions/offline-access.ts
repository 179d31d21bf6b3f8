import type { Emulator } from '../emulator.ts';
import type { Grants } from '../grants.ts';

/** What the token endpoint answers. */
export type TokenAnswer = { access_token: string; refresh_token?: string };

/**
 * The emulator gives a refresh token with every code. Google gives one only to who asks for
 * `access_type=offline`, and to an account that has consented before only with `prompt=consent`
 * (https://developers.google.com/identity/protocols/oauth2/web-server#offline). It also wants the
 * same redirect address at the token endpoint (RFC 6749 section 4.1.3).
 */
export type OfflineAccess = {
  /** Lets the consent page's forms remember what the client asked for. */
  carryThroughForm(request: Request, page: Response): Promise<Response>;
  /** Notes for the code that the choice of an account gave whether it may be redeemed for a refresh token. */
  noteChoice(
    request: Request,
    carryOut: (request: Request) => Promise<Response>,
  ): Promise<Response>;
  /** The refusal of a token request that names another redirect address. */
  checkRedirect(form: URLSearchParams): Response | undefined;
  /** The token answer without what was not asked for. */
  trim(form: URLSearchParams, tokens: TokenAnswer): object;
};

/** Remembers per code what its consent was asked for. */
export const createOfflineAccess = (emulator: Emulator, grants: Grants): OfflineAccess => {
  const withoutRefresh = new Set<string>();

  return {
    carryThroughForm: async (request, page) => {
      const asked = new URL(request.url).searchParams;
      const offline = asked.get('access_type') === 'offline';
      const anew = (asked.get('prompt') ?? '').split(' ').includes('consent');
      const hidden = `<input type="hidden" name="asked" value="${offline ? 'offline' : 'online'}${anew ? ' anew' : ''}"/></form>`;
      const html = await page.text();
      return new Response(html.replaceAll('</form>', hidden), { headers: page.headers });
    },
    noteChoice: async (request, carryOut) => {
      const form = new URLSearchParams(await request.clone().text());
      const asked = (form.get('asked') ?? '').split(' ');
      const standing = grants.stands(form.get('email') ?? '', form.get('client_id') ?? '');
      const answer = await carryOut(request);
      const code = URL.parse(answer.headers.get('location') ?? '')?.searchParams.get('code');
      if (code && (!asked.includes('offline') || (standing && !asked.includes('anew'))))
        withoutRefresh.add(code);
      return answer;
    },
    checkRedirect: (form) => {
      const pending = emulator.pendingCodes().get(form.get('code') ?? '');
      return !pending || pending.redirectUri === form.get('redirect_uri')
        ? undefined
        : Response.json(
            { error: 'redirect_uri_mismatch', error_description: 'Bad Request' },
            { status: 400 },
          );
    },
    trim: (form, tokens) => {
      const { refresh_token, ...others } = tokens;
      if (refresh_token === undefined || !withoutRefresh.delete(form.get('code') ?? ''))
        return tokens;
      emulator.refreshTokens().delete(refresh_token);
      return others;
    },
  };
};
