import { companyPolicy } from '../policy/policy-source.ts';

const key = 'firstRunEnded';

/** Whether the first-run screens are to be shown: not where the company set the client, and only until somebody ended them. */
export async function firstRunDue(): Promise<boolean> {
  if ((await companyPolicy()).oauthClient) return false;
  return (await chrome.storage.local.get(key))[key] !== true;
}

/** Notes that the first run was gone through or skipped in this browser. */
export async function endFirstRun(): Promise<void> {
  await chrome.storage.local.set({ [key]: true });
}
