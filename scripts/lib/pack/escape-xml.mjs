const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ["'", '&apos;'],
  ['"', '&quot;'],
]);

/** Text as it may stand in XML, also inside quotes. @param {string} text */
export function escapeXml(text) {
  return text.replaceAll(/[&<>'"]/g, (sign) => entities.get(sign) ?? sign);
}
