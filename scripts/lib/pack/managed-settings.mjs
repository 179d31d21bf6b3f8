import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { Ajv } from 'ajv';

import { Fault } from './fault.mjs';

/** @typedef {Readonly<Record<string, string | boolean | number | readonly string[]>>} ManagedSettings */

/**
 * Stands for what only the company knows; every value of it begins with a word in capitals that says so.
 * @type {ManagedSettings}
 */
export const placeholders = {
  oauthClientId: 'YOUR-CLIENT-ID.apps.googleusercontent.com',
  oauthClientSecret: 'YOUR-CLIENT-SECRET',
  allowedDomains: ['YOUR-DOMAIN.example'],
  blockedDomains: [],
  dailyMessageLimit: 2000,
  groupMailPerMinute: 10,
  groupMailPerHour: 600,
  groupMailPerDay: 1500,
  followByDefault: true,
};

/**
 * Reads what the company sets and holds it against the extension's own schema, so that a slip shows here
 * and not on 500 machines, where Chrome would silently leave the value out.
 * @param {string} path
 * @param {object} schema public/managed-schema.json
 * @returns {ManagedSettings}
 */
export function readManagedSettings(path, schema) {
  if (!existsSync(path)) throw new Fault(`There are no settings at ${path}. Check --settings.`);
  const settings = parse(path);
  const known = Object.keys('properties' in schema ? Object(schema.properties) : {});
  /** @type {import('ajv').ValidateFunction<ManagedSettings>} */
  const check = new Ajv({ allErrors: true }).compile({ ...schema, additionalProperties: false });
  if (!check(settings)) {
    const faults = (check.errors ?? []).map((error) =>
      error.keyword === 'additionalProperties'
        ? `there is no setting "${error.params['additionalProperty']}"`
        : `${error.instancePath.slice(1)} ${error.message}`,
    );
    throw new Fault(
      `The settings in ${path} are not right: ${faults.join('; ')}. The settings are: ${known.join(', ')}.`,
    );
  }
  return settings;
}

/** Writes settings to fill in, readable by their owner only: a client secret will stand there. @param {string} path */
export function writePlaceholders(path) {
  writeFileSync(path, `${JSON.stringify(placeholders, null, 2)}\n`, { mode: 0o600 });
}

/** The settings that still hold what only the company can fill in. @param {ManagedSettings} settings */
export function unfilled(settings) {
  return Object.keys(settings).filter((name) => /\bYOUR-/.test(JSON.stringify(settings[name])));
}

/** @param {string} path @returns {unknown} */
function parse(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Fault(`The settings in ${path} are not JSON: ${why}.`);
  }
}
