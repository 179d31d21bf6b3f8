import { describe, expect, it } from 'vitest';

import { rawHeader } from '../mail/headers.ts';
import { mail, testGoogle } from './test-google.ts';

describe('drafts of the page', () => {
  it.each(['kept', 'renewed'] as const)(
    'each save makes a new message with the old Message-ID; the draft id is %s',
    (draftIdOnEdit) => {
      const { google, rep } = testGoogle({ draftIdOnEdit });
      const first = google.web.saveDraft(rep, 'window', mail());
      const before = google.web.draft(rep, 'window')?.draftId;
      const second = google.web.saveDraft(rep, 'window', mail({ Subject: 'Better offer' }));
      const after = google.web.draft(rep, 'window')?.draftId;

      expect(second.id).not.toBe(first.id);
      expect(second.messageId).toBe(first.messageId);
      expect(second.threadId).toBe(first.threadId);
      expect(rep.messages('DRAFT')).toHaveLength(1);
      expect(before === after).toBe(draftIdOnEdit === 'kept');
    },
  );

  it.each(['kept', 'renewed'] as const)(
    'the Message-ID of a draft is %s',
    (draftMessageIdOnSave) => {
      const { google, rep } = testGoogle({ draftMessageIdOnSave });
      const first = google.web.saveDraft(rep, 'window', mail({ 'Message-ID': '<1@page>' }));
      const second = google.web.saveDraft(rep, 'window', mail({ 'Message-ID': '<2@page>' }));
      expect([first.messageId, second.messageId]).toEqual([
        '<1@page>',
        draftMessageIdOnSave === 'kept' ? '<1@page>' : '<2@page>',
      ]);
    },
  );

  it('a draft made by the API can be opened, saved and thrown away', async () => {
    const { google, rep, ask } = testGoogle();
    const raw = mail().toString('base64url');
    const { body } = await ask('/drafts', { json: { message: { raw } } });
    expect(google.web.openDraft(rep, 'w', body.message.id)).toBeDefined();
    google.web.saveDraft(rep, 'w', mail({ Subject: 'Edited' }));
    expect((await ask(`/drafts/${body.id}`)).body.message.id).not.toBe(body.message.id);
    google.web.discard(rep, 'w');
    expect(rep.messages('DRAFT')).toHaveLength(0);
  });
});

describe('sending from the page', () => {
  it.each(['shown', 'hidden'] as const)(
    'leaves only when Undo is over; until then the API has it %s',
    async (sentDuringUndo) => {
      const { google, rep, ask, left, pass } = testGoogle({ sentDuringUndo });
      const draft = google.web.saveDraft(rep, 'w', mail({ 'Message-ID': '<mine@here>' }));
      const sent = google.web.send(rep, 'w', mail());
      const cursor = (await ask('/profile')).body.historyId;

      const status = async () => (await ask(`/messages/${sent.id}`)).status;
      expect(await status()).toBe(sentDuringUndo === 'shown' ? 200 : 404);
      expect((await ask(`/messages/${draft.id}`)).status).toBe(404);
      expect(google.web.draft(rep, 'w')).toBeUndefined();

      await pass(9_999);
      expect(left).toEqual([]);
      await pass(1);
      expect(left).toEqual([sent.messageId]);
      expect(await status()).toBe(200);
      expect(sent.messageId).toMatch(/^<CA.+@mail\.gmail\.com>$/);
      expect(sent.threadId).toBe(draft.threadId);

      const history = (await ask(`/history?startHistoryId=${cursor}`)).body.history ?? [];
      expect(history.length).toBe(sentDuringUndo === 'shown' ? 0 : 1);
    },
  );

  it.each(['shown', 'hidden'] as const)(
    'Undo leaves a draft and no phantom (%s)',
    async (sentDuringUndo) => {
      const { google, rep, ask, left, pass } = testGoogle({ sentDuringUndo });
      const draft = google.web.saveDraft(rep, 'w', mail());
      const sent = google.web.send(rep, 'w', mail());
      const back = google.web.undo(rep, sent.id);
      await pass(60_000);

      expect(left).toEqual([]);
      expect(back?.labelIds).toEqual(['DRAFT']);
      expect(back?.messageId).toBe(draft.messageId);
      expect(google.web.draft(rep, 'w')?.message.id).toBe(back?.id);
      expect((await ask('/messages?q=in:sent')).body.messages).toBeUndefined();
      expect((await ask(`/messages/${sent.id}`)).status).toBe(404);
    },
  );

  it('Undo at the very end of its time is too late', async () => {
    const { google, rep, left, pass } = testGoogle();
    const { id, messageId } = google.web.send(rep, 'w', mail());
    const passed = pass(10_000);
    expect(google.web.undo(rep, id)).toBeUndefined();
    await passed;
    expect(left).toEqual([messageId]);
  });

  it('answers in the thread, and never with a foreign From', async () => {
    const { google, rep, pass } = testGoogle();
    const first = rep.deposit(mail({ From: 'carla@customer.example' }), { labelIds: ['INBOX'] });
    const answer = mail({ From: 'Someone <else@other.example>' });
    const { id, threadId } = google.web.send(rep, 'w', answer, { threadId: first.threadId });
    await pass(10_000);
    const sent = rep.find(id);
    expect(threadId).toBe(first.threadId);
    expect(sent && rawHeader(sent.raw, 'From')).toBe('"Someone" <ana@acme.example>');
    expect(sent && rawHeader(sent.raw, 'X-Google-Original-From')).toContain('else@other.example');
  });
});

describe('a mail that waits for its time', () => {
  it.each([
    ['labelled', 'SCHEDULED'],
    ['draft', 'DRAFT'],
  ] as const)(
    'is %s until then, and a new message in Sent after it',
    async (scheduledInApi, label) => {
      const { google, rep, left, pass, clock } = testGoogle({ scheduledInApi });
      google.web.saveDraft(rep, 'w', mail());
      const kept = google.web.schedule(rep, 'w', mail(), { at: clock() + 60_000 });
      expect(rep.messages(label).map(({ id }) => id)).toEqual([kept.id]);
      await pass(59_999);
      expect(left).toEqual([]);
      await pass(1);
      expect(rep.messages(label)).toEqual([]);
      expect(rep.messages('SENT').map(({ messageId }) => messageId)).toEqual(left);
      expect(rep.messages('SENT')[0]?.id).not.toBe(kept.id);
    },
  );

  it('can be called back before it: then it never leaves', async () => {
    const { google, rep, left, pass, clock } = testGoogle();
    const draft = google.web.saveDraft(rep, 'w', mail({ 'Message-ID': '<1@page>' }));
    const kept = google.web.schedule(rep, 'w', mail(), { at: clock() + 60_000 });
    expect(google.web.undo(rep, kept.id)?.messageId).toBe(draft.messageId);
    await pass(120_000);
    expect(left).toEqual([]);
    expect(rep.messages('SENT')).toEqual([]);
    expect(google.web.draft(rep, 'w')).toBeDefined();
  });
});
