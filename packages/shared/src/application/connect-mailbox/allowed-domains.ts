import type { Policy } from '../ports/policy.ts';

/** Whether the company lets this account be used here: its domain is named in full, or none is named. */
export function isAllowed({ allowedDomains = [] }: Policy, account: string): boolean {
  const domain = account.slice(account.lastIndexOf('@') + 1);
  return allowedDomains.length === 0 || allowedDomains.some((one) => one.toLowerCase() === domain);
}
