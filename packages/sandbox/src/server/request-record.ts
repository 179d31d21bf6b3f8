/** The four names of Google that the sandbox plays. */
export const playedHosts = [
  'mail.google.com',
  'gmail.googleapis.com',
  'accounts.google.com',
  'oauth2.googleapis.com',
] as const;

/** The names of Microsoft that the sandbox plays along with an Outlook; the add-in's own host is one more. */
export const microsoftHosts = [
  'outlook.office.com',
  'outlook.office365.com',
  'appsforoffice.microsoft.com',
  'login.microsoftonline.com',
  'graph.microsoft.com',
  'mail.woodgrove.example',
] as const;

/** One request that reached the sandbox's server. */
export type RequestRecord = {
  /** Epoch ms. */
  readonly at: number;
  /** The name asked for, without a port. */
  readonly host: string;
  readonly method: string;
  /** Path and the names of the query's parameters; their values may hold addresses and are not kept. */
  readonly path: string;
  /** 0 where the line was cut on purpose. */
  readonly status: number;
  /** Origin of the page or extension that asked, where the browser says. */
  readonly initiator: string | null;
};

/** Whether this host is one of Google's that the sandbox plays. */
export function isPlayedHost(host: string): boolean {
  return playedHosts.some((played) => played === host);
}

/** A URL's path with the names of its parameters, for the record. */
export function pathForRecord(url: URL): string {
  const names = [...new Set(url.searchParams.keys())];
  return names.length === 0 ? url.pathname : `${url.pathname}?${names.join('&')}`;
}

/** Who made a request, from what the browser sends along. */
export function initiatorOf(headers: Headers): string | null {
  const origin = headers.get('origin');
  if (origin !== null && origin !== 'null') return origin;
  const referer = headers.get('referer');
  return referer !== null && URL.canParse(referer) ? new URL(referer).origin : null;
}
