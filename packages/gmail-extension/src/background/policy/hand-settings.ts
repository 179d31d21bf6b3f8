import * as v from 'valibot';

const key = 'handSettings';

const handSettings = v.object({
  oauthClient: v.exactOptional(v.object({ id: v.string(), secret: v.string() })),
  followByDefault: v.exactOptional(v.boolean()),
});

/** What was typed into the settings page where the company set nothing. */
export type HandSettings = v.InferOutput<typeof handSettings>;

/** The typed settings; empty where there are none or where they cannot be read. */
export async function readHandSettings(): Promise<HandSettings> {
  const stored = await chrome.storage.local.get(key);
  const parsed = v.safeParse(handSettings, stored[key]);
  return parsed.success ? parsed.output : {};
}

/** Whether a change of `chrome.storage.local` was one of the typed settings; other things are kept there, too. */
export function touchesHandSettings(changes: Readonly<Record<string, unknown>>): boolean {
  return key in changes;
}

/** Keeps a changed part of the typed settings. */
export async function writeHandSettings(change: HandSettings): Promise<void> {
  await chrome.storage.local.set({ [key]: { ...(await readHandSettings()), ...change } });
}
