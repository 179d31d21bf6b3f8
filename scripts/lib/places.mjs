import { fileURLToPath } from 'node:url';

import { top } from './run.mjs';

/**
 * Where the built products are, and where pictures of them go.
 * @param {string} chromium The browser's path.
 * @param {string} screenshots A folder at the top, ending in a slash.
 */
export function placesOf(chromium, screenshots) {
  return {
    chromium,
    extension: at('packages/gmail-extension/dist/'),
    addin: at('packages/outlook-addin/dist/'),
    manifest: at('manifest.xml'),
    screenshots: at(screenshots),
  };
}

/** @param {string} path */
function at(path) {
  return fileURLToPath(new URL(path, top));
}
