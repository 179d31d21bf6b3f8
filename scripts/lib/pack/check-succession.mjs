import { Fault } from './fault.mjs';
import { compareVersions } from './update-manifest.mjs';

/** @typedef {{ id: string, version: string }} Release */

/**
 * Refuses what browsers that follow the hosted update.xml could not take: another extension, or an older one.
 * @param {Release} next
 * @param {Release | undefined} before What update.xml offered until now.
 */
export function checkSuccession(next, before) {
  if (before === undefined) return;
  if (next.id !== before.id) {
    throw new Fault(
      `This key makes the extension ${next.id}, but the folder holds ${before.id}, packed with another key. ` +
        'To update that one, give its key by --key. To begin a new one, give an empty folder by --out.',
    );
  }
  if (compareVersions(next.version, before.version) < 0) {
    throw new Fault(
      `Version ${next.version} is lower than ${before.version}, which is offered already, and no browser moves ` +
        'to a lower version. Pack it under a higher one, also to go back to older code: ' +
        `--version ${raised(before.version)}`,
    );
  }
}

/** The next version after this one. @param {string} version */
function raised(version) {
  const parts = version.split('.').map(Number);
  return [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1].join('.');
}
