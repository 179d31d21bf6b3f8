import { configurationProfile } from './configuration-profile.mjs';
import { registryFile, removingRegistryFile } from './registry-file.mjs';

/**
 * @typedef {object} Rollout
 * @property {string} id The extension's id.
 * @property {string} updateUrl Where update.xml is served.
 * @property {import('./managed-settings.mjs').ManagedSettings} settings
 */

/**
 * The one entry of Chrome's ExtensionSettings policy. `override_update_url`: the address given here also
 * serves the updates, so a company can move its host without packing anew.
 * @param {string} updateUrl
 */
function extensionSetting(updateUrl) {
  return /** @type {const} */ ({
    installation_mode: 'force_installed',
    update_url: updateUrl,
    override_update_url: true,
    toolbar_pin: 'force_pinned',
  });
}

/**
 * The policies of every platform, ready to be rolled out: path below the policies' folder → text.
 * @param {Rollout} rollout
 * @returns {Readonly<Record<string, string>>}
 */
export function policyFiles({ id, updateUrl, settings }) {
  const chromeKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome';
  const installKey = `${chromeKey}\\ExtensionSettings\\${id}`;
  const settingsKey = `${chromeKey}\\3rdparty\\extensions\\${id}`;
  const setting = extensionSetting(updateUrl);
  const extensionSettings = { [id]: setting };
  return {
    // Group Policy's field takes one line.
    'windows/extension-settings.json': `${JSON.stringify(extensionSettings)}\n`,
    'windows/postrider.reg': registryFile({
      [installKey]: setting,
      [`${settingsKey}\\policy`]: settings,
    }),
    'windows/postrider-remove.reg': removingRegistryFile([installKey, settingsKey]),
    'macos/postrider.mobileconfig': configurationProfile({ id, extensionSettings, settings }),
    'linux/postrider.json': json({
      ExtensionSettings: extensionSettings,
      '3rdparty': { extensions: { [id]: settings } },
    }),
    'google-admin-console/policy-for-extensions.json': json(
      Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, { Value: value }])),
    ),
  };
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
