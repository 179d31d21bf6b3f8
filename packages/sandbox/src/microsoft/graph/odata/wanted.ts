import { badRequest } from '../errors.ts';
import { canonicalProperty } from '../mail/properties.ts';
import { messageProperties, type Wanted } from '../message-json.ts';

const unknownProperty = (name: string): Error =>
  badRequest(
    'RequestBroker--ParseUri',
    `Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Message'.`,
  );

const extendedIn = (expand: string): readonly string[] =>
  [...expand.matchAll(/\bid eq '((?:[^']|'')*)'/gi)].map(([, id = '']) =>
    canonicalProperty(id.replaceAll("''", "'")),
  );

// Commas inside brackets belong to what is expanded, not between.
const parts = (expand: string): readonly string[] =>
  expand.match(/[^,(]+(?:\((?:[^()']|'[^']*'|\([^()]*\))*\))?/g) ?? [];

/** What `$select` and `$expand` of a query ask for. Throws Graph's 400 for what a message does not have. */
export const wantedBy = (query: URLSearchParams): Wanted => {
  const given = query.get('$select');
  const select = given === null || given === '' ? null : given.split(',').map((n) => n.trim());
  for (const name of select ?? [])
    if (name !== 'id' && !(name in messageProperties)) throw unknownProperty(name);
  const extended: string[] = [];
  let attachments = false;
  for (const part of parts(query.get('$expand') ?? '')) {
    const name = part.trim().replace(/\(.*/s, '');
    if (name === 'attachments') attachments = true;
    else if (name === 'singleValueExtendedProperties') extended.push(...extendedIn(part));
    else throw unknownProperty(name);
  }
  return { select, extended, attachments };
};
