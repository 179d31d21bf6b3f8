import type { Client, Person } from '../directory.ts';
import type { Codes } from './codes.ts';
import { describe, entraErrors, type EntraError } from './entra-error.ts';
import { isAgreed, objectionTo, type EntraTools } from './entra-tools.ts';
import { consentPage, errorPage, pickPage } from './pages.ts';
import { scopesIn } from './scopes.ts';

/** Sends the browser back to the app with a result, where it asked for it (OAuth 2.0 Multiple Response Types, section 2.1). */
const backTo = (asked: URLSearchParams, result: Readonly<Record<string, string>>): Response => {
  const target = new URL(asked.get('redirect_uri') ?? '');
  const state = asked.get('state');
  const fields = new URLSearchParams({ ...result, ...(state === null ? {} : { state }) });
  if (asked.get('response_mode') === 'fragment') target.hash = fields.toString();
  else for (const [name, value] of fields) target.searchParams.set(name, value);
  return new Response(null, { status: 302, headers: { location: target.href } });
};

const matchesRedirect = (client: Client, uri: string | null): boolean =>
  uri !== null && client.redirectUris.includes(uri);

/** GET and POST /{tenant}/oauth2/v2.0/authorize: who is it, does the person agree, and back with a code. */
export const createAuthorize = (tools: EntraTools & { readonly codes: Codes }) => {
  const { directory, grants, clock, codes } = tools;

  const refuse = (asked: URLSearchParams, error: EntraError): Response =>
    backTo(asked, {
      error: error.error,
      error_description: describe(error, clock()),
      ...(error.suberror === undefined ? {} : { error_subcode: error.suberror }),
    });

  const page = (error: EntraError): Response => errorPage(describe(error, clock()));

  const signIn = (
    asked: URLSearchParams,
    form: URLSearchParams,
    { person, client, authority }: { person: Person; client: Client; authority: string },
  ): Response => {
    const objection = objectionTo(person, client, authority, directory);
    if (objection) return page(objection);
    const { graph } = scopesIn(asked.get('scope') ?? '');
    const { address } = person.mailbox;
    if (form.get('decision') === 'cancel') return refuse(asked, entraErrors.declined());
    if (form.get('decision') === 'accept') grants.consent(address, client.id, graph);
    const isNew = asked.get('prompt') === 'consent' && form.get('decision') !== 'accept';
    if (isNew || !isAgreed(grants, person, client, graph))
      return asked.get('prompt') === 'none'
        ? refuse(asked, entraErrors.consentNeeded(client.id))
        : consentPage(person, client, graph);
    const code = codes.issue({
      clientId: client.id,
      redirectUri: asked.get('redirect_uri') ?? '',
      address,
      scope: asked.get('scope') ?? '',
      nonce: asked.get('nonce'),
      challenge: asked.get('code_challenge') ?? '',
    });
    return backTo(asked, { code, session_state: `${person.objectId}.${client.id}` });
  };

  return async (request: Request, authority: string): Promise<Response> => {
    const asked = new URL(request.url).searchParams;
    const form = new URLSearchParams(request.method === 'POST' ? await request.text() : '');
    const id = asked.get('client_id') ?? '';
    const client = directory.client(id);
    if (!client) return page(entraErrors.unknownClient(id));
    const uri = asked.get('redirect_uri');
    if (!matchesRedirect(client, uri)) return page(entraErrors.wrongRedirect(uri ?? '', id));
    const { unknown } = scopesIn(asked.get('scope') ?? '');
    if (unknown !== null) return refuse(asked, entraErrors.unknownScope(unknown, id));
    if (asked.get('code_challenge_method') !== 'S256' || !asked.get('code_challenge'))
      return refuse(asked, entraErrors.noProof());
    const hint = asked.get('prompt') === 'select_account' ? null : asked.get('login_hint');
    const person = directory.person(form.get('account') ?? hint ?? '');
    if (person) return signIn(asked, form, { person, client, authority });
    return asked.get('prompt') === 'none'
      ? refuse(asked, entraErrors.notSignedIn())
      : pickPage(directory.people());
  };
};
