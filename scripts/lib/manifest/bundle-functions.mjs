import { existsSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

/**
 * The functions that a built commands.js names while it is being read, as classic Outlook reads it; null = not built.
 * @param {string} path
 * @returns {ReadonlySet<string> | null}
 */
export function bundleFunctions(path) {
  if (!existsSync(path)) return null;
  /** @type {Set<string>} */
  const names = new Set();
  const actions = { associate: (/** @type {string} */ name) => void names.add(name) };
  runInContext(readFileSync(path, 'utf8'), createContext({ Office: { actions } }), {
    timeout: 5000,
  });
  return names;
}
