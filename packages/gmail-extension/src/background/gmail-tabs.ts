import * as v from 'valibot';

const key = 'gmailBases';
const bases = v.record(v.string(), v.string());

/** The part of a Gmail address that names the account's place (`…/mail/u/1/`, delegated ones too), or null. */
export function gmailBase(url: string): string | null {
  return (
    /^https:\/\/mail\.google\.com\/mail\/u\/\d{1,2}\/(?:d\/[\w-]{1,200}\/)?/.exec(url)?.[0] ?? null
  );
}

/** Keeps where an account was seen. The number changes when the rep signs in or out elsewhere, so the last one counts. */
export async function rememberBase(account: string, url: string): Promise<void> {
  const base = gmailBase(url);
  const known = await readBases();
  if (base === null || known[account] === base) return;
  await chrome.storage.local.set({ [key]: { ...known, [account]: base } });
}

/** Where an account was seen last; Gmail's first account where it never was. */
export async function rememberedBase(account: string): Promise<string> {
  return (await readBases())[account] ?? 'https://mail.google.com/mail/u/0/';
}

async function readBases(): Promise<Readonly<Record<string, string>>> {
  const stored = await chrome.storage.local.get(key);
  const parsed = v.safeParse(bases, stored[key]);
  return parsed.success ? parsed.output : {};
}
