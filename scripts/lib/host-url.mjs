import { Fault } from './pack/fault.mjs';

/**
 * The address that `--host` gives, ending with a slash; throws a Fault that says what is wrong with it.
 * @param {string | undefined} given
 * @param {{ missing: string, example: string }} words What to say where there is none, and an address that would do.
 */
export function hostUrl(given, { missing, example }) {
  if (given === undefined) throw new Fault(missing);
  if (!URL.canParse(given) || new URL(given).protocol !== 'https:') {
    throw new Fault(`--host must be an https address such as ${example}, not "${given}".`);
  }
  const url = new URL(given);
  if (url.search || url.hash || url.username || url.password) {
    throw new Fault('--host must be a plain address: no user name, no "?" and no "#".');
  }
  return new URL(url.href.replace(/\/*$/, '/'));
}
