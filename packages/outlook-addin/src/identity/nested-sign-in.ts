import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser';
import type { Clock } from '@postrider/shared/application/ports/clock';

import { readMsalError, readSignedIn } from './read-msal.ts';
import { authorityOf, graphScopes, type SignIn, type SignInOutcome } from './sign-in.ts';
import { within } from './within.ts';

/** The app registration, and what Outlook says it can do. */
export type NestedSignInParts = {
  readonly clientId: string;
  readonly allowedTenants: readonly string[];
  /** Whether Outlook says that it signs in for add-ins (NestedAppAuth 1.1). */
  readonly offered: boolean;
  readonly clock: Clock;
};

/** Outlook answers within a second or two, or never. */
const openingMs = 6_000;
const silentMs = 10_000;
/** A person types a password and approves on a phone. */
const inFrontMs = 5 * 60_000;

/**
 * Signing in through Outlook itself (nested app authentication). Outlook may offer it and then have no bridge
 * (AzureAD/microsoft-authentication-library-for-js#7723): then it is unavailable. Tokens stay in this page's memory.
 */
export function createNestedSignIn(parts: NestedSignInParts): SignIn {
  let opened: Promise<IPublicClientApplication | null> | null = null;
  let account: AccountInfo | null = null;
  /** A bridge that did not answer once will not answer the next call either. */
  let isDead = !parts.offered;

  async function ask(
    ms: number,
    how: (
      app: IPublicClientApplication,
    ) => ReturnType<IPublicClientApplication['acquireTokenSilent']>,
  ): Promise<SignInOutcome> {
    if (isDead) return unavailable;
    try {
      opened ??= openApp(parts);
      const app = await within(openingMs, opened, null);
      const result = app === null ? null : await within(ms, how(app), null);
      if (result === null) {
        isDead = true;
        return unavailable;
      }
      account = result.account;
      return { kind: 'signed-in', value: readSignedIn(result, parts.clock()) };
    } catch (error) {
      return readMsalError(error);
    }
  }

  const scopes = [...graphScopes];
  return {
    silently: (fresh) =>
      ask(silentMs, (app) =>
        app.acquireTokenSilent({ scopes, forceRefresh: fresh, ...(account ? { account } : {}) }),
      ),
    inFront: (choose) =>
      ask(inFrontMs, (app) =>
        app.acquireTokenPopup({ scopes, ...(choose ? { prompt: 'select_account' } : {}) }),
      ),
    forget() {
      account = null;
      void opened?.then((app) => app?.clearCache()).catch(() => null);
    },
  };
}

const unavailable: SignInOutcome = { kind: 'unavailable' };

/** Null where there is no bridge: the library would go on with a popup of its own, which Outlook blocks. */
async function openApp(parts: NestedSignInParts): Promise<IPublicClientApplication | null> {
  const msal = await import('@azure/msal-browser');
  let isNested = false;
  const app = await msal.createNestablePublicClientApplication(
    {
      auth: { clientId: parts.clientId, authority: authorityOf(parts.allowedTenants) },
      cache: { cacheLocation: 'memoryStorage' },
    },
    undefined,
    (configuration, controller) => {
      isNested = true;
      return new msal.PublicClientApplication(configuration, controller);
    },
  );
  return isNested ? app : null;
}
