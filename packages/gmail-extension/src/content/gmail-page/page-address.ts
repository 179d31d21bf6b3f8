/** Whether a path of Gmail's shows a mailbox that somebody has delegated (`/mail/u/0/d/…`). */
export function isDelegated(pathname: string): boolean {
  return /^\/mail\/u\/\d+\/d\//.test(pathname);
}

/** Whether a path of Gmail's shows one compose window or one thread in a browser window of its own. */
export function isPopOut(pathname: string): boolean {
  return pathname.endsWith('/popout');
}

/**
 * The address that Gmail puts into the tab's title ("Inbox (3) - ana@acme.example - Acme Mail"), lower case; null where
 * there is none. A subject may stand before it, so the last but one part counts.
 */
export function accountInTitle(title: string): string | null {
  const part = title.split(' - ').at(-2)?.trim().toLowerCase() ?? '';
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(part) ? part : null;
}
