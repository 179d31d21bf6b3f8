import { readFile } from 'node:fs/promises';

import type { Exchange } from '../exchange/exchange.ts';
import type { Microsoft } from '../microsoft/microsoft.ts';
import type { HostHandler } from '../server/tls-server.ts';
import { sharedMailboxes } from '../world/exchange-people.ts';
import { headersByRules } from './addin-headers.ts';
import type { OutlookControls } from './controls.ts';
import { createControls } from './controls.ts';
import { createOutlookHost } from './create-outlook-host.ts';
import { bundleScript } from './library/bundle.ts';
import { serveLibrary } from './library/serve-library.ts';
import { hostsOfManifest, readManifest } from './manifest/read-manifest.ts';
import type { BehindOutlook } from './outlook-services.ts';
import { outlookServices } from './outlook-services.ts';
import { serveAddin } from './serve-addin.ts';

/** Which add-in is installed for everybody. */
export type InstalledAddin = {
  /** Path of its manifest. */
  readonly manifest: string;
  /** Folder of its build, served on the manifest's host with the header lines that its `headers.json` names. */
  readonly addin: string;
  /** Further files of its web server, by path: what a company puts beside the build, such as /policy.json. */
  readonly files?: Readonly<Record<string, string>>;
  /** The company's admin has consented to the app of the manifest for everybody; so it is, unless said otherwise. */
  readonly adminConsent?: boolean;
};

/** Outlook, ready to be served. */
export type Outlook = {
  readonly controls: OutlookControls;
  /** What answers for each name: Outlook's two pages, Microsoft's library, the add-in's own host. */
  readonly handlers: Readonly<Record<string, HostHandler>>;
};

/** The name of Woodgrove's own server, as the reps open it. */
const ownServerHost = 'mail.woodgrove.example';

/** Starts Outlook on both Exchanges with one add-in. */
export async function startOutlook(options: {
  readonly online: Exchange;
  readonly server: Exchange;
  readonly installed: InstalledAddin;
  readonly behind: BehindOutlook;
  readonly now: () => number;
}): Promise<Outlook> {
  const { online, server, installed, behind, now } = options;
  const manifest = await readFile(installed.manifest, 'utf8');
  const controls = createControls();
  registerApp(behind.microsoft, manifest, installed.adminConsent ?? true);
  const services = outlookServices(behind, controls);
  const shared = sharedMailboxes;
  const host = { manifest, controls, shared, now };
  const [before, after] = await Promise.all([
    bundleScript('library/before-library.ts'),
    bundleScript('library/after-library.ts'),
  ]);
  const { addin: folder, files = {} } = installed;
  const addin = serveAddin({ folder, files, headersFor: headersByRules(folder, [ownServerHost]) });
  return {
    controls,
    handlers: {
      'outlook.office.com': await createOutlookHost({
        ...host,
        exchange: online,
        services: services.online,
      }),
      [ownServerHost]: await createOutlookHost({
        ...host,
        exchange: server,
        services: services.server,
      }),
      // Where Graph's webLink points: it leads on to Outlook on the web.
      'outlook.office365.com': async () =>
        Response.redirect('https://outlook.office.com/mail/', 302),
      'appsforoffice.microsoft.com': serveLibrary({ before, after }),
      ...Object.fromEntries(hostsOfManifest(manifest).map((name) => [name, addin])),
    },
  };
}

/** The app of the manifest at Entra, as docs/admin.md has an admin register it: through Outlook, and by a dialog. */
function registerApp(microsoft: Microsoft, manifest: string, adminConsent: boolean): void {
  const id = readManifest(manifest, '1.16')?.clientId ?? null;
  if (id === null) return;
  const redirectUris = hostsOfManifest(manifest).flatMap((host) => [
    `brk-multihub://${host}`,
    `https://${host}/dialog.html`,
  ]);
  microsoft.addClient({ id, redirectUris, adminConsent });
}
