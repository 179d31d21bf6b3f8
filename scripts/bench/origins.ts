import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapping } from 'node:module';

import { createBuilder } from 'vite';

import type { Places } from './figure.ts';

/** Whose code ran: our own (with the small libraries we bundle), InboxSDK's, or Gmail's page's. */
export type Origin = 'ours' | 'inboxsdk' | 'page';

/** A function's place, as Chromium names it; lines and columns count from 0. */
export type Place = {
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
};

/** What is known of content.js. */
export type ContentScript = {
  /** Whose a function of Gmail's page is; null for the browser's own work. */
  readonly originOf: (place: Place) => Origin | null;
  /** How much of its code is our own, 0 to 1, before it is minified. */
  readonly ourShare: number;
};

/**
 * Tells our own code from InboxSDK's. content.js holds both in one file and ships without a source map, so the same
 * build is made again with one; it must equal what ships, byte for byte.
 */
export async function contentScript(places: Places, extensionId: string): Promise<ContentScript> {
  const built = `chrome-extension://${extensionId}/`;
  const chunk = await buildAgain(places, 'content');
  const map = new SourceMap(chunk.map);
  const lengths = chunk.modules.map(({ id, length }) => ({ isOurs: isOurs(id), length }));
  const sum = (list: typeof lengths) => list.reduce((total, { length }) => total + length, 0);
  return {
    ourShare: sum(lengths.filter((module) => module.isOurs)) / sum(lengths),
    originOf: ({ url, lineNumber, columnNumber }) => {
      if (url.startsWith('https://mail.google.com/')) return 'page';
      if (url === `${built}pageWorld.js`) return 'inboxsdk';
      if (!url.startsWith(built)) return null;
      if (url !== `${built}content.js`) return 'ours';
      const entry: Partial<SourceMapping> = map.findEntry(lineNumber, columnNumber);
      // What the bundler itself wrote has no source; it counts as ours.
      return isOurs(entry.originalSource ?? '') ? 'ours' : 'inboxsdk';
    },
  };
}

function isOurs(source: string): boolean {
  return !source.includes('@inboxsdk');
}

async function buildAgain(places: Places, name: string) {
  const builder = await createBuilder({
    configFile: `${places.top}packages/gmail-extension/vite.config.ts`,
    logLevel: 'error',
    environments: { [name]: { build: { write: false, sourcemap: 'hidden' } } },
  });
  const environment = builder.environments[name];
  if (environment === undefined) throw new Error(`There is no environment "${name}".`);
  const built = await builder.build(environment);
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk' || !chunk.map) throw new Error('The build gave no map.');
  const shipped = readFileSync(`${places.extension}${name}.js`, 'utf8');
  if (chunk.code !== shipped) throw new Error(`${name}.js is not what these sources build.`);
  const modules = Object.entries(chunk.modules);
  return {
    map: { ...chunk.map, file: `${name}.js`, sourceRoot: '' },
    modules: modules.map(([id, { renderedLength: length }]) => ({ id, length })),
  };
}
