import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';

import { appId } from './build/app-id.ts';
import { quietInboxSdk } from './build/quiet-inboxsdk.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** An environment that builds one script beside the manifest. */
function script(name: string, source: string, format: 'es' | 'iife'): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: at('./dist'),
      emptyOutDir: false,
      copyPublicDir: false,
      license: { fileName: `licences/${name}.md` },
      rolldownOptions: {
        input: { [name]: at(source) },
        output: { format, entryFileNames: '[name].js' },
      },
    },
  };
}

const pages = Object.fromEntries(
  ['side-panel', 'options']
    .map((name) => [name, at(`./src/${name}/index.html`)] as const)
    .filter(([, path]) => existsSync(path)),
);

/** The first one empties the folder. */
const environmentsInOrder = [
  'client',
  'worker',
  'content',
  'trafficWatch',
  'trafficEar',
  'pageWorld',
] as const;

/** One build, one environment for each kind of script; build/README.md says why. */
export default defineConfig({
  root: at('./src'),
  publicDir: at('./public'),
  base: './',
  plugins: [react(), quietInboxSdk()],
  define: { 'import.meta.env.INBOXSDK_APP_ID': JSON.stringify(appId('postrider')) },
  build: { target: 'chrome120', sourcemap: false, chunkSizeWarningLimit: 1000 },
  environments: {
    client: {
      build: {
        outDir: at('./dist'),
        emptyOutDir: true,
        license: { fileName: 'licences/pages.md' },
        modulePreload: false,
        rolldownOptions: { input: pages },
      },
    },
    worker: script('service-worker', './src/background/service-worker.ts', 'es'),
    content: script('content', './src/content/gmail-page/main.ts', 'iife'),
    trafficWatch: script(
      'traffic-watch',
      './src/content/gmail-page/traffic/watch-in-page-world.ts',
      'iife',
    ),
    trafficEar: script('traffic-ear', './src/content/gmail-page/traffic/ear.ts', 'iife'),
    pageWorld: script('pageWorld', './src/content/gmail-page/inboxsdk/page-world.ts', 'iife'),
  },
  builder: {
    async buildApp(builder) {
      for (const name of environmentsInOrder) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});
