import type { Client } from '../../clients.ts';
import { library } from './library.ts';

/** The client that the host page plays, as it tells its frames. */
export type PlayedClient = Client & { readonly bridgeMissing: boolean };

/** TEST-ONLY. The played client, from the frame's name; null in a window that is no frame of the host. */
export function playedClient(): PlayedClient | null {
  if (parent === window) return null;
  try {
    const name: { readonly playedClient?: PlayedClient } = JSON.parse(window.name);
    return name.playedClient ?? null;
  } catch {
    return null;
  }
}

/** TEST-ONLY. The wire is that of the web; what the library says of its platform is that of the played client. */
export function playClient({ platform }: PlayedClient): void {
  const { Office, OSF } = library();
  const { context } = Office;
  if (context === undefined || platform === 'OfficeOnline') return;
  // The library's own context lets nothing be changed, so that one like it takes its place.
  const diagnostics = { ...context.diagnostics, platform };
  OSF['_OfficeAppFactory'].setContext(
    Object.create(context, { platform: { value: platform }, diagnostics: { value: diagnostics } }),
  );
}
