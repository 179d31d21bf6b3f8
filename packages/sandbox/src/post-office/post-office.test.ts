import { describe, expect, it } from 'vitest';

import { headerOf, rawHeader } from '../mail/headers.ts';
import { testWorld } from './test-world.ts';

const HOUR_MS = 3_600_000;
const carla = 'carla@customer.example';

const statuses = ({ office }: ReturnType<typeof testWorld>): readonly string[] =>
  office.deliveries().map(({ recipient, status }) => `${recipient} ${status}`);

const subjects = ({ rep }: ReturnType<typeof testWorld>): readonly (string | undefined)[] =>
  rep.messages('INBOX').map((message) => headerOf(message.raw, 'Subject'));

describe('delivery', () => {
  it('reaches accounts in their inbox, the world outside silently, and nobody at home as unknown', async () => {
    const world = testWorld();
    const To = `Ben <BEN@acme.example>, ${carla}`;
    const { messageId } = await world.send({ To, Bcc: 'nobody@acme.example' });
    expect(statuses(world)).toEqual([
      'ben@acme.example delivered',
      `${carla} accepted`,
      'nobody@acme.example bounced',
    ]);
    const [copy] = world.colleague.messages('INBOX');
    expect(copy?.messageId).toBe(messageId);
    expect(copy?.labelIds).toEqual(['INBOX', 'UNREAD']);
    expect(copy && rawHeader(copy.raw, 'Return-Path')).toBe('<ana@acme.example>');
    expect(copy && rawHeader(copy.raw, 'Bcc')).toBeUndefined();
    expect(world.office.letters()[0]?.messageId).toBe(messageId);
  });

  it('keeps a mail to oneself once, in Sent and inbox', async () => {
    const world = testWorld();
    const { id } = await world.send({ To: 'ana@acme.example' });
    expect(world.rep.messages().map((message) => message.id)).toEqual([id]);
    expect(world.rep.find(id)?.labelIds).toEqual(['SENT', 'INBOX', 'UNREAD']);
  });
});

describe('notices', () => {
  it.each(['unknown-user', 'mailbox-full', 'blocked-as-spam', 'blocked-by-policy'] as const)(
    '%s: the sender is told in the thread of the mail',
    async (kind) => {
      const world = testWorld();
      world.office.behave(carla, { kind });
      const sent = await world.send();
      const [notice] = world.rep.messages('INBOX');
      expect(notice?.threadId).toBe(sent.threadId);
      expect(notice && rawHeader(notice.raw, 'X-Failed-Recipients')).toBe(carla);
      expect(world.office.delivery(sent.messageId, carla)).toMatchObject({
        status: 'bounced',
        because: kind,
      });
    },
  );

  it('a delay is told, then the end', async () => {
    const world = testWorld();
    world.office.behave(carla, { kind: 'delayed-then-failed' });
    await world.send();
    expect(subjects(world)).toEqual([]);
    await world.office.advance(24 * HOUR_MS);
    expect(subjects(world)).toEqual(['Delivery Status Notification (Delay)']);
    await world.office.advance(46 * HOUR_MS);
    expect(subjects(world)).toContain('Delivery Status Notification (Failure)');
    expect(statuses(world)).toEqual([`${carla} waiting`, `${carla} delayed`, `${carla} bounced`]);
  });

  it('a delay may end well, and can be hurried step by step', async () => {
    const world = testWorld();
    world.office.behave('ben@acme.example', { kind: 'delayed-then-delivered' });
    await world.send({ To: 'ben@acme.example' });
    await world.office.expire('ben@acme.example');
    expect(world.colleague.messages('INBOX')).toHaveLength(0);
    await world.office.expire();
    expect(world.colleague.messages('INBOX')).toHaveLength(1);
    expect(subjects(world)).toEqual(['Delivery Status Notification (Delay)']);
  });

  it('one leap of time carries a delay to its end', async () => {
    const world = testWorld();
    world.office.behave(carla, { kind: 'delayed-then-failed' });
    await world.send();
    await world.office.advance(70 * HOUR_MS);
    expect(statuses(world).at(-1)).toBe(`${carla} bounced`);
  });

  it("the sender's own limit stops the mail although it stands in Sent", async () => {
    const world = testWorld();
    world.office.limitSender('ana@acme.example', true);
    const { id } = await world.send({ To: 'ben@acme.example' });
    expect(world.rep.find(id)?.labelIds).toEqual(['SENT']);
    expect(world.colleague.messages('INBOX')).toHaveLength(0);
    expect(statuses(world)).toEqual(['ben@acme.example stopped-by-sender-limit']);
    world.office.limitSender('ana@acme.example', false);
    await world.send({ To: 'ben@acme.example' });
    expect(world.colleague.messages('INBOX')).toHaveLength(1);
  });
});

describe('answers', () => {
  it('a machine says so, and two machines do not talk for ever', async () => {
    const world = testWorld();
    const away = { kind: 'out-of-office', text: 'Back on Monday.' } as const;
    world.office.behave('ben@acme.example', away);
    world.office.behave('ana@acme.example', away);
    const sent = await world.send({ To: 'ben@acme.example' });
    const [answer, ...others] = world.rep.messages('INBOX');
    expect(others).toEqual([]);
    expect(answer?.threadId).toBe(sent.threadId);
    expect(answer && rawHeader(answer.raw, 'Auto-Submitted')).toBe('auto-replied');
    expect(answer && headerOf(answer.raw, 'Subject')).toBe('Automatic reply: Offer');
  });

  it('a person outside answers into the thread', async () => {
    const world = testWorld();
    const sent = await world.send();
    const letter = world.office.letters()[0];
    if (!letter) throw new Error('Nothing was sent');
    await world.office.reply(carla, letter, 'Sounds good.');
    const [answer] = world.rep.messages('INBOX');
    expect(answer?.threadId).toBe(sent.threadId);
    expect(answer && rawHeader(answer.raw, 'In-Reply-To')).toBe(sent.messageId);
    expect(answer && rawHeader(answer.raw, 'Auto-Submitted')).toBeUndefined();
  });

  it('an account answers from its own mailbox, after a while if it so behaves', async () => {
    const world = testWorld();
    world.office.behave('ben@acme.example', { kind: 'replies', text: 'Yes', afterMs: 5_000 });
    const sent = await world.send({ To: 'ben@acme.example' });
    expect(world.rep.messages('INBOX')).toHaveLength(0);
    await world.office.advance(5_000);
    expect(world.rep.messages('INBOX')[0]?.threadId).toBe(sent.threadId);
    const [received] = world.colleague.messages('INBOX');
    expect(world.colleague.messages('SENT')[0]?.threadId).toBe(received?.threadId);
  });

  it('a complaint is an abuse report', async () => {
    const world = testWorld();
    await world.send();
    const letter = world.office.letters()[0];
    if (!letter) throw new Error('Nothing was sent');
    await world.office.complain(carla, letter);
    const [report] = world.rep.messages('INBOX');
    expect(report && rawHeader(report.raw, 'Content-Type')).toContain('feedback-report');
  });
});
