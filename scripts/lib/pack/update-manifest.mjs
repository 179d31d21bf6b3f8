import { escapeXml } from './escape-xml.mjs';

/**
 * The update.xml that Chrome asks every few hours for the newest version
 * (https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux#update_manifest).
 * @param {{ id: string, version: string, codebase: string }} newest
 */
export function updateManifest({ id, version, codebase }) {
  return `<?xml version='1.0' encoding='UTF-8'?>
<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>
  <app appid='${id}'>
    <updatecheck codebase='${escapeXml(codebase)}' version='${version}' />
  </app>
</gupdate>
`;
}

/**
 * What an update.xml of ours offers; undefined where it is none of ours.
 * @param {string} xml
 * @returns {{ id: string, version: string } | undefined}
 */
export function offered(xml) {
  const id = /<app appid='([a-p]{32})'/.exec(xml)?.[1];
  const version = /<updatecheck [^>]*version='([\d.]+)'/.exec(xml)?.[1];
  return id === undefined || version === undefined ? undefined : { id, version };
}

/**
 * Below zero where `a` is the older version, 0 where they are equal, as Chrome compares them.
 * @param {string} a
 * @param {string} b
 */
export function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 4; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
