import { badRequest } from '../errors.ts';
import type { GraphCall, Handler } from '../graph-call.ts';

const readers: Readonly<Record<string, (call: GraphCall) => unknown>> = {
  businessPhones: () => [],
  displayName: ({ mailbox }) => mailbox.name,
  givenName: ({ mailbox }) => mailbox.name.split(' ')[0] ?? null,
  jobTitle: () => null,
  mail: ({ mailbox }) => mailbox.address,
  mobilePhone: () => null,
  officeLocation: () => null,
  preferredLanguage: () => null,
  surname: ({ mailbox }) => mailbox.name.split(' ').slice(1).join(' '),
  userPrincipalName: ({ mailbox }) => mailbox.userPrincipalName,
  id: ({ person }) => person.objectId,
  proxyAddresses: ({ mailbox }) => [
    `SMTP:${mailbox.address}`,
    ...mailbox.aliases.map((alias) => `smtp:${alias}`),
  ],
  userType: () => 'Member',
  accountEnabled: () => true,
};

/** Only there where they are asked for by name (Graph, "user resource type"). */
const onlyBySelect = new Set(['proxyAddresses', 'userType', 'accountEnabled']);

/** GET /me: the usual properties, or those of `$select`. */
export const getMe: Handler = (call) => {
  const given = call.query.get('$select');
  const names =
    given === null
      ? Object.keys(readers).filter((name) => !onlyBySelect.has(name))
      : given.split(',').map((name) => name.trim());
  const values = names.map((name) => {
    const read = readers[name];
    if (!read)
      throw badRequest(
        'BadRequest',
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.user'.`,
      );
    return [name, read(call)];
  });
  return Response.json({
    '@odata.context':
      given === null
        ? 'https://graph.microsoft.com/v1.0/$metadata#users/$entity'
        : `https://graph.microsoft.com/v1.0/$metadata#users(${given})/$entity`,
    ...Object.fromEntries(values),
  });
};
