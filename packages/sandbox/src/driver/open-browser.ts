import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BrowserContext, BrowserType } from 'playwright';

import type { SandboxAddress } from './browser-args.ts';
import { browserArgs } from './browser-args.ts';

/** A Chromium on the sandbox. */
export type SandboxBrowser = {
  readonly context: BrowserContext;
  /** Closes it and deletes its profile. */
  readonly close: () => Promise<void>;
};

/**
 * Opens Chromium with a profile of its own on a sandbox. `chromium` is Playwright's, handed in so
 * that the sandbox itself needs no browser to be installed.
 */
export async function openBrowser(
  chromium: BrowserType,
  options: {
    readonly sandbox: SandboxAddress;
    readonly executablePath?: string | undefined;
    /** Folder of an unpacked extension. */
    readonly extension?: string;
    readonly headless?: boolean;
    /** Null follows the window, for a person in front of it. */
    readonly viewport?: { readonly width: number; readonly height: number } | null;
  },
): Promise<SandboxBrowser> {
  const { sandbox, executablePath, extension, headless = true } = options;
  const { viewport = { width: 1280, height: 800 } } = options;
  const profile = await mkdtemp(join(tmpdir(), 'postrider-profile-'));
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    const context = await chromium.launchPersistentContext(profile, {
      headless,
      viewport,
      locale: 'en-US',
      args: [...browserArgs(sandbox, extension)],
      // Whoever opened it closes it: Playwright's own way out would end the program before the profile is deleted.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(executablePath === undefined ? {} : { executablePath }),
    });
    return {
      context,
      close: async () => {
        await context.close();
        await removeProfile();
      },
    };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}
