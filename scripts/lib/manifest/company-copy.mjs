import { escapeXml } from '../pack/escape-xml.mjs';

/** The host in the repository's manifest.xml. */
const ownHost = 'https://addin.postrider.example';

/**
 * @typedef {object} Company
 * @property {URL} host Where the files will be served; ends with a slash.
 * @property {string | undefined} clientId Of the Entra app registration; without one the manifest names none.
 * @property {string | undefined} name What reps read in Outlook, instead of Postrider.
 * @property {string | undefined} id Another id for the add-in, so that it stands beside the first.
 * @property {string | undefined} version Four numbers; Outlook takes a changed manifest only under a higher one.
 */

/**
 * A company's copy of the manifest.
 * @param {string} xml @param {Company} company
 * @returns {string}
 */
export function companyCopy(xml, { host, clientId, name, id, version }) {
  const address = host.href.replace(/\/$/, '');
  const own = xml
    .replaceAll(ownHost, escapeXml(address))
    .replace(/<WebApplicationInfo>[^]*?<\/WebApplicationInfo>/, (part) =>
      clientId === undefined
        ? ''
        : part
            .replace(/<Id>[^<]*<\/Id>/, `<Id>${clientId}</Id>`)
            .replace(
              /<Resource>[^<]*<\/Resource>/,
              `<Resource>api://${host.host}/${clientId}</Resource>`,
            ),
    )
    .replaceAll(/^[ \t]+\n/gm, '');
  const steps = [
    (/** @type {string} */ text) =>
      id === undefined ? text : text.replace(/<Id>[^<]*<\/Id>/, `<Id>${id}</Id>`),
    (/** @type {string} */ text) =>
      version === undefined
        ? text
        : text.replace(/<Version>[^<]*<\/Version>/, `<Version>${version}</Version>`),
    (/** @type {string} */ text) => (name === undefined ? text : named(text, escapeXml(name))),
  ];
  return steps.reduce((text, step) => step(text), own);
}

/** The add-in's name and the name over its buttons. @param {string} xml @param {string} name */
function named(xml, name) {
  // By function: in a replacement text "$" would mean something.
  return xml
    .replace(/(<DisplayName DefaultValue=")[^"]*/, (_all, before) => before + name)
    .replaceAll(
      /(<bt:String id="Group\.Label" DefaultValue=")[^"]*/g,
      (_all, before) => before + name,
    );
}
