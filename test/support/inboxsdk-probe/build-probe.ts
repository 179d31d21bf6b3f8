import { createHash } from 'node:crypto';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

const content = fileURLToPath(new URL('content.ts', import.meta.url));
const extension = fileURLToPath(new URL('../../../packages/gmail-extension/', import.meta.url));
const inboxSdk = dirname(createRequire(extension).resolve('@inboxsdk/core/package.json'));

/**
 * Builds an extension that is nothing but InboxSDK, straight from the package: a second opinion
 * on the sandbox's page that does not pass through our own code. Gives its folder.
 */
export async function buildProbe(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'postrider-probe-'));
  // InboxSDK checks the id against the name by itself.
  const name = 'sandboxprobe';
  const appId = `sdk_${name}_${createHash('sha1').update(name).digest('hex').slice(0, 10)}`;
  await build({
    configFile: false,
    root: dirname(content),
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '@inboxsdk/core': join(inboxSdk, 'inboxsdk.js') } },
    define: { APP_ID: JSON.stringify(appId), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: content,
        output: { format: 'iife', entryFileNames: 'content.js' },
      },
    },
  });
  for (const file of ['pageWorld.js', 'background.js']) {
    await cp(join(inboxSdk, file), join(folder, file));
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

const manifest = {
  manifest_version: 3,
  name: 'InboxSDK probe',
  version: '0.0.1',
  background: { service_worker: 'background.js' },
  permissions: ['scripting'],
  host_permissions: ['https://mail.google.com/*'],
  content_scripts: [
    { matches: ['https://mail.google.com/*'], js: ['content.js'], run_at: 'document_end' },
  ],
};
