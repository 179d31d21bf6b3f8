import { createExchange } from '@postrider/sandbox/exchange';
import { calls } from '@postrider/sandbox/graph-calls';
import { createMicrosoft } from '@postrider/sandbox/microsoft';
import { describe, expect, it } from 'vitest';

import { readCsdl } from './csdl.ts';

const csdl = readCsdl();

const clock = () => Date.UTC(2026, 10, 23, 9);

const start = () => {
  const exchange = createExchange({ kind: 'online', clock });
  const microsoft = createMicrosoft({ exchange, clock });
  const eva = exchange.addMailbox({
    address: 'eva@adatum.example',
    name: 'Eva Brandt',
    aliases: ['e.brandt@adatum.example'],
  });
  const token = microsoft.issueToken(eva.address);
  exchange.bring(
    eva,
    Buffer.from(
      'Received: from x\r\nFrom: Carla <carla@customer.example>\r\nTo: eva@adatum.example\r\nSubject: Hello\r\n\r\nHi\r\n',
    ),
  );
  return {
    ask: async (path: string, json?: unknown, method = json === undefined ? 'GET' : 'POST') => {
      const answer = await microsoft.graphHost(
        new Request(`https://graph.microsoft.com/v1.0/me${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        }),
      );
      const text = await answer.text();
      if (answer.status >= 400) throw new Error(text);
      return text.startsWith('{') ? JSON.parse(text) : undefined;
    },
  };
};

type Ask = ReturnType<typeof start>['ask'];

const file = {
  '@odata.type': '#microsoft.graph.fileAttachment',
  name: 'a.txt',
  contentType: 'text/plain',
  contentBytes: btoa('a'),
};

const draft = {
  subject: 'Offer',
  importance: 'high',
  body: { contentType: 'html', content: '<p>Hi</p>' },
  toRecipients: [{ emailAddress: { address: 'carla@customer.example', name: 'Carla' } }],
  singleValueExtendedProperties: [{ id: 'SystemTime 0x3FEF', value: '2026-11-24T09:00:00Z' }],
  attachments: [file],
};

const newDraft = async (ask: Ask): Promise<string> => (await ask('/messages', draft)).id;

const expanded =
  "$expand=attachments,singleValueExtendedProperties($filter=id eq 'SystemTime 0x3FEF' or id eq 'Integer 0x0E07')";

/** How each call is made that answers with a body. */
const examples: Readonly<Record<string, (ask: Ask) => Promise<unknown>>> = {
  'me.get': (ask) => ask('?$select=id,displayName,mail,userPrincipalName,proxyAddresses'),
  'messages.list': async (ask) => {
    await newDraft(ask);
    return ask(`/messages?${expanded}`);
  },
  'messages.create': (ask) => ask('/messages', draft),
  'messages.get': async (ask) => ask(`/messages/${await newDraft(ask)}?${expanded}`),
  'messages.update': async (ask) =>
    ask(`/messages/${await newDraft(ask)}`, { subject: 'Better' }, 'PATCH'),
  'messages.move': async (ask) =>
    ask(`/messages/${await newDraft(ask)}/move`, { destinationId: 'deleteditems' }),
  'messages.createReply': async (ask) => {
    const { value } = await ask('/mailFolders/inbox/messages');
    return ask(`/messages/${value[0].id}/createReply`, { comment: 'Yes' });
  },
  'messages.createReplyAll': async (ask) => {
    const { value } = await ask('/mailFolders/inbox/messages');
    return ask(`/messages/${value[0].id}/createReplyAll`, {});
  },
  'attachments.list': async (ask) => ask(`/messages/${await newDraft(ask)}/attachments`),
  'attachments.create': async (ask) => ask(`/messages/${await newDraft(ask)}/attachments`, file),
  'attachments.get': async (ask) => {
    const id = await newDraft(ask);
    const { value } = await ask(`/messages/${id}/attachments`);
    return ask(`/messages/${id}/attachments/${value[0].id}`);
  },
  'attachments.createUploadSession': async (ask) =>
    ask(`/messages/${await newDraft(ask)}/attachments/createUploadSession`, {
      AttachmentItem: { attachmentType: 'file', name: 'b.txt', size: 1 },
    }),
  'mailFolders.list': (ask) => ask('/mailFolders'),
  'mailFolders.create': (ask) => ask('/mailFolders', { displayName: 'Customers' }),
  'mailFolders.get': (ask) => ask('/mailFolders/inbox'),
  'mailFolders.children': async (ask) => {
    await ask('/mailFolders', { displayName: 'Customers' });
    return ask('/mailFolders/inbox/childFolders');
  },
  'mailFolders.messages': (ask) =>
    ask('/mailFolders/inbox/messages?$select=internetMessageHeaders,subject'),
  'mailFolders.create message': (ask) => ask('/mailFolders/drafts/messages', draft),
  'messages.delta': (ask) => ask('/mailFolders/inbox/messages/delta'),
  'mailFolders.message': async (ask) => {
    const { value } = await ask('/mailFolders/inbox/messages');
    return ask(`/mailFolders/inbox/messages/${value[0].id}`);
  },
  translateExchangeIds: async (ask) =>
    ask('/translateExchangeIds', {
      inputIds: [await newDraft(ask), 'nobody'],
      sourceIdType: 'restId',
      targetIdType: 'restImmutableEntryId',
    }),
};

const isCollection = (answer: unknown): answer is { readonly value: readonly unknown[] } =>
  typeof answer === 'object' && answer !== null && 'value' in answer && Array.isArray(answer.value);

describe.skipIf(!csdl)("against Microsoft's description of Graph", () => {
  const answering = calls.filter(({ answers }) => answers !== null);

  it.each(answering)('$call is answered with $answers', async ({ call, answers }) => {
    const answer = await examples[call]?.(start().ask);
    const values = isCollection(answer) ? answer.value : [answer];
    expect(values.length).toBeGreaterThan(0);
    expect(values.flatMap((value) => csdl?.faults(answers ?? '', value))).toEqual([]);
  });

  it.each(calls.filter(({ path }) => path !== ''))('$method $path exists', ({ path }) => {
    let type: string | undefined = 'graph.user';
    for (const segment of path.split('/').slice(1)) {
      if (type === undefined || segment === '$value') break;
      type = segment.startsWith('{')
        ? /^Collection\((.+)\)$/.exec(type)?.[1]
        : csdl?.segment(type, segment);
    }
    expect(type).toBeDefined();
  });

  it('finds fault with what is not so', () => {
    expect(csdl?.faults('graph.message', { subject: 1, size: 2, importance: 'urgent' })).toEqual([
      '/subject is no Edm.String',
      '/size is not in graph.message',
      '/importance is no graph.importance',
    ]);
    expect(csdl?.segment('graph.message', 'resend')).toBeUndefined();
  });
});
