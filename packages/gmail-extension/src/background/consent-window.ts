/** The address that Google must know as this extension's redirect. */
export function redirectUri(): string {
  return chrome.identity.getRedirectURL('oauth2');
}

/**
 * Shows Google's consent page and gives the address it ended on; null where the rep closed it. Where the page could
 * not even be loaded there is no such address, and the empty one says so.
 */
export async function showConsent(url: string): Promise<string | null> {
  try {
    return (await chrome.identity.launchWebAuthFlow({ url, interactive: true })) ?? null;
  } catch (error) {
    const closed = error instanceof Error && /did not approve/i.test(error.message);
    return closed ? null : '';
  }
}
