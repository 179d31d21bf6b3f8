import { expect, test } from 'vitest';

import {
  folderSchema,
  messageSchema,
  userSchema,
} from '../../packages/shared/src/adapters/graph/answers.ts';
import { readCsdl } from './csdl.ts';

const csdl = readCsdl();

/** What is read of each type, and as what. */
const used: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  message: {
    id: 'Edm.String',
    changeKey: 'Edm.String',
    conversationId: 'Edm.String',
    parentFolderId: 'Edm.String',
    receivedDateTime: 'Edm.DateTimeOffset',
    sentDateTime: 'Edm.DateTimeOffset',
    isDraft: 'Edm.Boolean',
    internetMessageId: 'Edm.String',
    subject: 'Edm.String',
    from: 'graph.recipient',
    toRecipients: 'Collection(graph.recipient)',
    ccRecipients: 'Collection(graph.recipient)',
    bccRecipients: 'Collection(graph.recipient)',
    internetMessageHeaders: 'Collection(graph.internetMessageHeader)',
    singleValueExtendedProperties: 'Collection(graph.singleValueLegacyExtendedProperty)',
  },
  recipient: { emailAddress: 'graph.emailAddress' },
  emailAddress: { address: 'Edm.String', name: 'Edm.String' },
  internetMessageHeader: { name: 'Edm.String', value: 'Edm.String' },
  singleValueLegacyExtendedProperty: { id: 'Edm.String', value: 'Edm.String' },
  user: { mail: 'Edm.String', proxyAddresses: 'Collection(Edm.String)' },
  mailFolder: { id: 'Edm.String' },
};

test.skipIf(!csdl).each(Object.entries(used))(
  'every property of a %s that is read exists in Graph with that type',
  (type, properties) => {
    const found = Object.keys(properties).map((name) => [
      name,
      csdl?.segment(`graph.${type}`, name),
    ]);
    expect(Object.fromEntries(found)).toEqual(properties);
  },
);

const names = (schema: { readonly entries: object }) => Object.keys(schema.entries).toSorted();

test('the table above names all that the schemas read', () => {
  expect(names(messageSchema)).toEqual(Object.keys(used['message'] ?? {}).toSorted());
  expect(names(userSchema)).toEqual(Object.keys(used['user'] ?? {}).toSorted());
  expect(names(folderSchema)).toEqual(Object.keys(used['mailFolder'] ?? {}).toSorted());
});
