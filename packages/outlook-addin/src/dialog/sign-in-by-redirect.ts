import { PublicClientApplication } from '@azure/msal-browser';

import type { EntraClient } from '../identity/graph-connection.ts';
import { readMsalError, readSignedIn } from '../identity/read-msal.ts';
import { authorityOf, graphScopes, type SignInOutcome } from '../identity/sign-in.ts';

/**
 * Goes to Microsoft's sign-in page, and gives what came back from it: null while the page is on its way there. `here`
 * is this page without query, as it is registered with Microsoft. The window's own session storage ends with it.
 */
export async function signInByRedirect(
  client: EntraClient,
  here: string,
  choose: boolean,
): Promise<SignInOutcome | null> {
  try {
    const app = new PublicClientApplication({
      auth: {
        clientId: client.id,
        authority: authorityOf(client.allowedTenants),
        redirectUri: here,
      },
      cache: { cacheLocation: 'sessionStorage' },
    });
    await app.initialize();
    const result = await app.handleRedirectPromise({ navigateToLoginRequestUrl: false });
    if (result !== null) return { kind: 'signed-in', value: readSignedIn(result, Date.now()) };
    await app.acquireTokenRedirect({
      scopes: [...graphScopes],
      ...(choose ? { prompt: 'select_account' } : {}),
    });
    return null;
  } catch (error) {
    return readMsalError(error);
  }
}
