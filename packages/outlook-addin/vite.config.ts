import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One build into the folder that an admin puts on a web server; build/README.md says why it has two environments. */
export default defineConfig({
  root: at('./src'),
  publicDir: at('./public'),
  base: './',
  plugins: [react()],
  build: { sourcemap: false },
  environments: {
    client: {
      build: {
        target: 'es2022',
        outDir: at('./dist'),
        emptyOutDir: true,
        license: { fileName: 'licences/pages.md' },
        modulePreload: false,
        rolldownOptions: {
          input: {
            taskpane: at('./src/taskpane.html'),
            dialog: at('./src/dialog.html'),
            'look-once': at('./src/look-once/main.ts'),
          },
          output: {
            // The commands load it by its name.
            entryFileNames: ({ name }) =>
              name === 'look-once' ? '[name].js' : 'assets/[name]-[hash].js',
          },
        },
      },
    },
    commands: {
      consumer: 'client',
      build: {
        target: 'es2016',
        outDir: at('./dist'),
        emptyOutDir: false,
        copyPublicDir: false,
        license: { fileName: 'licences/commands.md' },
        rolldownOptions: {
          input: { commands: at('./src/commands/main.ts') },
          output: { format: 'iife', entryFileNames: '[name].js' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      // The first one empties the folder.
      for (const environment of [
        builder.environments['client'],
        builder.environments['commands'],
      ]) {
        if (environment) await builder.build(environment);
      }
    },
  },
});
