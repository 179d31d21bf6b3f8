import { createHash } from 'node:crypto';

import { plist } from './plist.mjs';

/**
 * A macOS configuration profile for an MDM. Chrome reads its own policy from com.google.Chrome, and an
 * extension's settings only from the domain named after it (Chromium, policy_loader_mac.mm).
 * @param {object} rollout
 * @param {string} rollout.id
 * @param {Readonly<Record<string, import('./plist.mjs').PlistValue>>} rollout.extensionSettings
 * @param {import('./managed-settings.mjs').ManagedSettings} rollout.settings
 */
export function configurationProfile({ id, extensionSettings, settings }) {
  const payload = (/** @type {string} */ domain, /** @type {string} */ name) => ({
    PayloadType: domain,
    PayloadVersion: 1,
    PayloadIdentifier: `postrider.${id}.${name}`,
    PayloadUUID: steadyUuid(`${id} ${name}`),
    PayloadDisplayName: `Postrider for Gmail: ${name}`,
  });
  return plist({
    PayloadContent: [
      { ...payload('com.google.Chrome', 'install'), ExtensionSettings: extensionSettings },
      { ...payload(`com.google.Chrome.extensions.${id}`, 'settings'), ...settings },
    ],
    PayloadDisplayName: 'Postrider for Gmail',
    PayloadIdentifier: `postrider.${id}`,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: steadyUuid(id),
    PayloadVersion: 1,
  });
}

/**
 * The same UUID for the same name, so that a profile made anew replaces the one before it (RFC 9562, version 8).
 * @param {string} name
 */
function steadyUuid(name) {
  const bytes = createHash('sha256').update(`postrider ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes
    .toString('hex')
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
    .toUpperCase();
}
