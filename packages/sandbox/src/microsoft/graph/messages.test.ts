import { describe, expect, it } from 'vitest';

import { immutable, mail, testMicrosoft } from '../test-microsoft.ts';

const MINUTE_MS = 60_000;
const SENT_AT = 'SystemTime 0x3FEF';
const FLAGS = 'Integer 0x0E07';

const to = (address: string) => [{ emailAddress: { address, name: 'Carla' } }];

describe('a draft', () => {
  it('is written from JSON with its own header, and read back', async () => {
    const { ask } = testMicrosoft();
    const made = await ask('/me/messages', {
      json: {
        subject: 'Größe',
        body: { contentType: 'html', content: '<p>Hi <b>Carla</b></p>' },
        toRecipients: to('carla@customer.example'),
        bccRecipients: to('crm@adatum.example'),
        internetMessageHeaders: [{ name: 'x-postrider-mail', value: 'm-1' }],
      },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      subject: 'Größe',
      isDraft: true,
      body: { contentType: 'html', content: '<p>Hi <b>Carla</b></p>' },
      bodyPreview: 'Hi Carla',
      toRecipients: to('carla@customer.example'),
      bccRecipients: to('crm@adatum.example'),
    });
    const { text } = await ask(`/me/messages/${made.body.id}/$value`);
    expect(text).toContain('x-postrider-mail: m-1');
    expect(text).toContain(`Message-ID: ${made.body.internetMessageId}`);
  });

  it('is written from a whole message in base64, byte for byte', async () => {
    const { ask } = testMicrosoft();
    const mime = mail({ 'Message-ID': '<m@postrider>', 'X-Mine': 'yes' });
    const { status, body } = await ask('/me/messages', { mime });
    expect([status, body.internetMessageId]).toEqual([201, '<m@postrider>']);
    expect((await ask(`/me/messages/${body.id}/$value`)).text).toBe(mime);
    const bad = await ask('/me/messages', { json: 'x', headers: { 'content-type': 'text/plain' } });
    expect(bad.body.error.code).toBe('ErrorMimeContentInvalidBase64String');
  });

  it('keeps Message-ID, header and files when its words are changed', async () => {
    const { ask, eva } = testMicrosoft();
    const mime = mail({ 'Message-ID': '<m@postrider>', 'X-Mine': 'yes' });
    const { body } = await ask('/me/messages', { mime });
    await ask(`/me/messages/${body.id}/attachments`, {
      json: {
        '@odata.type': '#microsoft.graph.fileAttachment',
        name: 'price list.pdf',
        contentType: 'application/pdf',
        contentBytes: btoa('PDF'),
      },
    });
    await ask(`/me/messages/${body.id}`, { method: 'PATCH', json: { subject: 'Better' } });
    const [draft] = eva.items('drafts');
    expect(draft?.messageId).toBe('<m@postrider>');
    expect(draft?.raw.toString()).toMatch(/X-Mine: yes/);
    const files = await ask(`/me/messages/${body.id}/attachments`);
    expect(files.body.value).toMatchObject([{ name: 'price list.pdf', contentBytes: btoa('PDF') }]);
  });

  it.each([
    [[{ name: 'List-Id', value: 'a' }], 'InvalidInternetMessageHeader'],
    [
      Array.from({ length: 6 }, (_none, index) => ({ name: `x-${index}`, value: 'a' })),
      'InvalidInternetMessageHeaderCollection',
    ],
  ])('takes only five headers that begin with x-', async (internetMessageHeaders, code) => {
    const { ask } = testMicrosoft();
    const { status, body } = await ask('/me/messages', { json: { internetMessageHeaders } });
    expect([status, body.error.code]).toEqual([400, code]);
  });

  it('is not overwritten where somebody else changed it', async () => {
    const { ask } = testMicrosoft();
    const { body } = await ask('/me/messages', { json: { subject: 'One' } });
    const match = { 'if-match': body['@odata.etag'] };
    const path = `/me/messages/${body.id}`;
    const change = { method: 'PATCH', json: { subject: 'Two' }, headers: match };
    expect((await ask(path, change)).status).toBe(200);
    const late = await ask(path, change);
    expect([late.status, late.body.error.code]).toEqual([412, 'ErrorIrresolvableConflict']);
  });
});

describe('sending', () => {
  it('leaves at once with 202 and no body; only the immutable id still names it', async () => {
    const { ask, left } = testMicrosoft();
    const made = await ask('/me/messages', { mime: mail(), headers: immutable });
    const usual = await ask('/me/messages?$select=id');
    const sent = await ask(`/me/messages/${made.body.id}/send`, { method: 'POST' });
    expect([sent.status, sent.text]).toEqual([202, '']);
    expect(left).toEqual([made.body.internetMessageId]);
    const after = await ask(`/me/messages/${made.body.id}`, { headers: immutable });
    expect(after.body).toMatchObject({ id: made.body.id, isDraft: false });
    const old = await ask(`/me/messages/${usual.body.value[0].id}`);
    expect([old.status, old.body.error.code]).toEqual([404, 'ErrorItemNotFound']);
  });

  it.each(['readable', 'hidden'] as const)(
    'later: waits in Drafts under the same id with mfSubmitted %s, then stands in Sent Items',
    async (submittedFlag) => {
      const { ask, left, pass, clock } = testMicrosoft({ exchange: { submittedFlag } });
      const { body } = await ask('/me/messages', { mime: mail(), headers: immutable });
      const at = clock() + 10 * MINUTE_MS;
      const value = new Date(at).toISOString().replace('.000', '');
      await ask(`/me/messages/${body.id}`, {
        method: 'PATCH',
        json: {
          singleValueExtendedProperties: [
            { id: SENT_AT, value },
            { id: 'SystemTime 0x000F', value },
          ],
        },
      });
      expect((await ask(`/me/messages/${body.id}/send`, { method: 'POST' })).status).toBe(202);
      const expand = `$expand=singleValueExtendedProperties($filter=id eq '${FLAGS}' or id eq 'systemtime 0x3fef')`;
      const look = () =>
        ask(`/me/messages/${body.id}?$select=isDraft&${expand}`, { headers: immutable });
      const held = await look();
      const flags = submittedFlag === 'readable' ? 0x1 | 0x4 | 0x8 : 0x1 | 0x8;
      expect(held.body).toMatchObject({
        id: body.id,
        isDraft: true,
        singleValueExtendedProperties: [
          { id: 'Integer 0xe07', value: String(flags) },
          { id: 'SystemTime 0x3fef', value },
        ],
      });
      await pass(10 * MINUTE_MS);
      expect((await look()).body.isDraft).toBe(false);
      expect(left).toEqual([body.internetMessageId]);
    },
  );

  it.each(['recipient-items', 'deleted-items'])(
    'a held draft that is deleted never leaves (%s)',
    async (to_) => {
      const { ask, left, pass, clock } = testMicrosoft({
        graph: { deleteMovesTo: to_ === 'deleted-items' ? 'deleted-items' : 'recoverable-items' },
      });
      const { body } = await ask('/me/messages', {
        json: {
          toRecipients: to('carla@customer.example'),
          singleValueExtendedProperties: [
            { id: SENT_AT, value: new Date(clock() + 1000).toISOString() },
          ],
        },
        headers: immutable,
      });
      await ask(`/me/messages/${body.id}/send`, { method: 'POST' });
      expect((await ask(`/me/messages/${body.id}`, { method: 'DELETE' })).status).toBe(204);
      await pass(MINUTE_MS);
      expect(left).toEqual([]);
    },
  );

  it.each([
    ['duplicate', 2],
    ['held', 1],
  ] as const)('a deferred time in sendMail: %s', async (deferredInSendMail, mails) => {
    const { ask, left, pass, clock } = testMicrosoft({ graph: { deferredInSendMail } });
    const message = {
      toRecipients: to('carla@customer.example'),
      singleValueExtendedProperties: [
        { id: SENT_AT, value: new Date(clock() + 1000).toISOString() },
      ],
    };
    expect((await ask('/me/sendMail', { json: { message } })).status).toBe(202);
    expect(left).toHaveLength(mails - 1);
    await pass(1000);
    expect(left).toHaveLength(mails);
  });

  it('sendMail takes a whole message, and keeps no copy where none is wanted', async () => {
    const { ask, left, eva } = testMicrosoft();
    expect((await ask('/me/sendMail', { mime: mail() })).status).toBe(202);
    const message = { toRecipients: to('carla@customer.example') };
    await ask('/me/sendMail', { json: { message, saveToSentItems: false } });
    expect(left).toHaveLength(2);
    expect(eva.items('sentitems')).toHaveLength(1);
  });

  it.each([403, 429] as const)(
    'over the recipients of a day: %i, and the draft stays',
    async (status) => {
      const { ask, exchange, eva } = testMicrosoft({ graph: { submissionQuotaStatus: status } });
      exchange.limits.recipientsPerDay = 0;
      const { body } = await ask('/me/messages', { mime: mail() });
      const refused = await ask(`/me/messages/${body.id}/send`, { method: 'POST' });
      expect([refused.status, refused.body.error.code]).toEqual([
        status,
        'ErrorSubmissionQuotaExceeded',
      ]);
      expect(eva.items('drafts')).toHaveLength(1);
    },
  );

  it('a full mailbox takes no draft', async () => {
    const { ask, exchange, eva } = testMicrosoft();
    exchange.setCondition(eva.address, 'full');
    const { body } = await ask('/me/messages', { mime: mail() });
    expect(body.error.code).toBe('ErrorQuotaExceeded');
  });
});

describe('answers', () => {
  it('go to whom it came from, name it, and quote it', async () => {
    const { ask, exchange, eva } = testMicrosoft();
    const from = 'Carla <carla@customer.example>';
    const original = exchange.bring(
      eva,
      Buffer.from(
        mail(
          {
            From: from,
            To: 'eva@adatum.example, tom@adatum.example',
            'Message-ID': '<q@customer>',
          },
          '1 < 2',
        ),
      ),
    );
    const [{ id }] = (await ask('/me/messages')).body.value;
    const { body } = await ask(`/me/messages/${id}/createReplyAll`, { json: { comment: 'Yes' } });
    expect(body).toMatchObject({
      subject: 'RE: Offer',
      conversationId: original.conversationId,
      toRecipients: to('carla@customer.example'),
      ccRecipients: [{ emailAddress: { address: 'tom@adatum.example' } }],
    });
    expect(body.body.content).toContain('1 &lt; 2');
    const { text } = await ask(`/me/messages/${body.id}/$value`);
    expect(text).toContain('In-Reply-To: <q@customer>');
  });
});

describe('headers of transport', () => {
  it.each([
    ['hidden', undefined],
    ['shown', [{ name: 'X-Mine', value: 'yes' }]],
  ] as const)('of mail that came in; of own mail they are %s', async (headersOfOwnMail, own) => {
    const { ask, exchange, eva } = testMicrosoft({ graph: { headersOfOwnMail } });
    exchange.bring(eva, Buffer.from(mail({ Received: 'from x', From: 'carla@customer.example' })));
    await ask('/me/sendMail', { mime: mail({ 'X-Mine': 'yes' }) });
    const { body } = await ask(
      '/me/messages?$select=internetMessageHeaders,isRead&$orderby=isRead desc',
    );
    const [sent, received] = body.value;
    expect(received.internetMessageHeaders).toContainEqual({ name: 'Received', value: 'from x' });
    expect(
      sent.internetMessageHeaders?.filter(({ name }: { name: string }) => name === 'X-Mine'),
    ).toEqual(own);
  });

  it.each([
    ['readable', 1],
    ['hidden', 0],
  ] as const)(
    'own x- headers as a property by which a mail is found: %s',
    async (headerProperties, found) => {
      const { ask } = testMicrosoft({ graph: { headerProperties } });
      await ask('/me/messages', { mime: mail({ 'X-Mine': 'm-1' }) });
      await ask('/me/messages', { mime: mail({ 'X-Mine': 'm-2' }) });
      const id = 'String {00020386-0000-0000-c000-000000000046} Name x-mine';
      const filter = `singleValueExtendedProperties/any(ep: ep/id eq '${id}' and ep/value eq 'm-1')`;
      const { body } = await ask(`/me/messages?$filter=${encodeURIComponent(filter)}`);
      expect(body.value).toHaveLength(found);
    },
  );
});
