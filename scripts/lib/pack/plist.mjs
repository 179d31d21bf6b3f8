import { escapeXml } from './escape-xml.mjs';

/** @typedef {string | number | boolean | readonly PlistValue[] | { readonly [key: string]: PlistValue }} PlistValue */

/** An Apple property list, as text (`man plist`). @param {PlistValue} value */
export function plist(value) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${element(value, '')}
</plist>
`;
}

/**
 * @param {PlistValue} value
 * @param {string} indent
 * @returns {string}
 */
function element(value, indent) {
  const deeper = `${indent}  `;
  if (typeof value === 'string') return `${indent}<string>${escapeXml(value)}</string>`;
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>`;
  if (typeof value === 'boolean') return `${indent}<${value}/>`;
  if (Array.isArray(value)) {
    return [
      `${indent}<array>`,
      ...value.map((one) => element(one, deeper)),
      `${indent}</array>`,
    ].join('\n');
  }
  const entries = Object.entries(value).flatMap(([key, inner]) => [
    `${deeper}<key>${escapeXml(key)}</key>`,
    element(inner, deeper),
  ]);
  return [`${indent}<dict>`, ...entries, `${indent}</dict>`].join('\n');
}
