import type { AccessTokenCache } from '@postrider/shared/adapters/gmail/google-token-source';
import * as v from 'valibot';

const key = 'accessToken';

const cached = v.object({ token: v.string(), expiresAt: v.number(), refreshToken: v.string() });

/** The access token in `storage.session`: in memory, out of reach of pages, and there again when a stopped worker wakes. */
export const sessionTokenCache: AccessTokenCache = {
  async read() {
    const stored = await chrome.storage.session.get(key);
    const parsed = v.safeParse(cached, stored[key]);
    return parsed.success ? parsed.output : null;
  },
  async write(token) {
    if (token === null) await chrome.storage.session.remove(key);
    else await chrome.storage.session.set({ [key]: token });
  },
};
