import { openPane, pressRibbon } from '@postrider/sandbox/driver/outlook-addin';
import {
  composeMail,
  fillMail,
  openFolder,
  openMessage,
  openOutlook,
  openOwnServer,
  type OutlookMail,
  pressSend,
  waitUntilSent,
} from '@postrider/sandbox/driver/outlook-page';
import type { Frame, Locator, Page } from 'playwright';

import { rawHeader, until } from '../record.ts';
import type { Step } from '../step.ts';
import { eva, omar } from './cast.ts';
import { connect } from './connect.ts';
import { itemIn, mailboxOf, noticeAbout, statusIn } from './record.ts';
import { type Stage } from './stage.ts';

const offer = {
  to: ['kim@globex.example'],
  subject: 'Your offer for 15 seats',
  body: 'Hi Kim, here is the offer we talked about: 15 seats, yearly billing, phone support included.',
} as const;
const later = {
  to: ['lena@proseware.example'],
  subject: 'Our call on Thursday',
  body: 'Hi Lena, this is the agenda for our call.',
} as const;
const stale = {
  to: ['j.doe@initech.example'],
  subject: 'Following up on the trial',
  body: 'Hi Jo, has the trial shown what you hoped for?',
} as const;
const order = {
  to: ['j.doe@initech.example'],
  subject: 'Your order of spare parts',
  body: 'Dear Jo, your order is ready.',
} as const;

/** The story: mail that leaves by Exchange Online, now and later, is answered and bounces; and one from a company's own server. */
export function story(stage: Stage): readonly Step[] {
  const { sandbox, context } = stage;
  const evas = mailboxOf(stage, eva.address);
  const omars = mailboxOf(stage, omar.address);
  let outlook = stage.outlook;
  const facts = { offer: '', reply: '', notice: '', serverNotice: '' };

  return [
    {
      step: 'connect',
      says: `Eva opens the pane in Outlook and connects ${eva.address}, without entering anything`,
      async run() {
        await connect(outlook);
        const call = await until(() =>
          sandbox.microsoft.log.all().find(({ path }) => /^\/v1\.0\/me(?:\?|$)/.test(path)),
        );
        return {
          ok: call?.status === 200,
          detail: { call: call?.path ?? null, status: call?.status ?? null },
          show: outlook,
        };
      },
    },
    {
      step: 'track-and-send',
      says: `She writes to ${offer.to[0]} and presses "Track and send"`,
      async run() {
        await write(outlook, offer);
        await pressRibbon(outlook, 'Track and send');
        await waitUntilSent(outlook);
        const sent = await itemIn(evas, 'sentitems', offer.subject);
        const messageId = sent?.messageId ?? '';
        facts.offer = messageId;
        const status = await until(
          () => sandbox.postOffice.delivery(messageId, offer.to[0])?.status,
        );
        const mailId = sent && rawHeader(sent.raw, 'x-postrider-mail');
        await openIn(outlook, 'Sent Items', offer.subject);
        return {
          ok: status === 'delivered' && /^[\w-]{22}$/.test(mailId ?? ''),
          detail: { messageId, recipient: offer.to[0], status, mailId },
          show: outlook,
        };
      },
    },
    {
      step: 'send-later',
      says: `She lets Exchange send a mail to ${later.to[0]} in an hour`,
      async run() {
        await write(outlook, later);
        const pane = await openPane(outlook, 'Open feed');
        await pane.getByRole('button', { name: 'Send later' }).click();
        await pane.getByRole('button', { name: 'In an hour' }).click();
        await pane.getByRole('button', { name: 'Hand over to Exchange' }).click();
        const held = await until(() => evas.items('drafts').find(({ heldUntil }) => heldUntil));
        // The mail's window closes with its pane; any other pane of the mailbox lists what waits.
        const list = await openFeed(outlook, 'Purchase order');
        const listed = await shows(list, [/Our call on Thursday/]);
        const waitsMinutes = held?.heldUntil
          ? Math.round((held.heldUntil - Date.now()) / 60_000)
          : 0;
        return {
          ok: listed && waitsMinutes > 50 && !wasSubmitted(later.to[0]),
          detail: { messageId: held?.messageId ?? null, heldIn: 'Drafts', waitsMinutes },
          show: outlook,
        };
      },
    },
    {
      step: 'closed',
      says: 'Outlook is closed, the sandbox lets an hour pass, and the mail leaves all the same',
      async run() {
        const before = evas.items('drafts').find(({ heldUntil }) => heldUntil !== null);
        for (const page of context.pages()) if (page !== outlook) await page.close();
        const blank = await context.newPage();
        await outlook.close();
        await sandbox.exchange.online.advance(3_600_000);
        const sent = await itemIn(evas, 'sentitems', later.subject);
        const status = await until(
          () => sandbox.postOffice.delivery(sent?.messageId ?? '', later.to[0])?.status,
        );
        outlook = await openOutlook(context);
        await blank.close();
        await openIn(outlook, 'Sent Items', later.subject);
        return {
          ok: status === 'delivered' && sent?.id === before?.id,
          detail: { messageId: sent?.messageId ?? null, status, sameItem: sent?.id === before?.id },
          show: outlook,
        };
      },
    },
    {
      step: 'reply',
      says: 'Kim answers',
      async run() {
        const letter = sandbox.postOffice
          .letters()
          .find(({ messageId }) => messageId === facts.offer);
        if (letter) {
          const text = 'Thank you, that works for us. Where do I sign?';
          await sandbox.postOffice.reply(offer.to[0], letter, text);
        }
        const reply = await itemIn(evas, 'inbox', `Re: ${offer.subject}`);
        facts.reply = reply?.messageId ?? '';
        const inReplyTo = reply && rawHeader(reply.raw, 'In-Reply-To');
        await openIn(outlook, 'Inbox', `Re: ${offer.subject}`);
        return {
          ok: inReplyTo === facts.offer,
          detail: { messageId: facts.reply, inReplyTo },
          show: outlook,
        };
      },
    },
    {
      step: 'bounce-online',
      says: `She writes to ${stale.to[0]}, who has left that company`,
      async run() {
        await pressSend(await write(outlook, stale));
        await waitUntilSent(outlook);
        const sent = await itemIn(evas, 'sentitems', stale.subject);
        const notice = await noticeAbout(evas, sent?.messageId ?? '');
        facts.notice = notice?.messageId ?? '';
        await openIn(outlook, 'Inbox', `Undeliverable: ${stale.subject}`);
        return {
          ok: notice?.messageClass === 'REPORT.IPM.Note.NDR',
          detail: {
            messageId: sent?.messageId ?? null,
            notice: facts.notice,
            messageClass: notice?.messageClass ?? null,
            enhancedStatus: statusIn(notice),
          },
          show: outlook,
        };
      },
    },
    {
      step: 'bounce-on-premises',
      says: `Omar writes to the same address, from a mailbox on his company's own Exchange Server`,
      async run() {
        const page = await openOwnServer(context, { account: omar.address });
        await connect(page);
        await pressSend(await write(page, order));
        await waitUntilSent(page);
        const sent = await itemIn(omars, 'sentitems', order.subject);
        const notice = await noticeAbout(omars, sent?.messageId ?? '');
        facts.serverNotice = notice?.messageId ?? '';
        const pane = await openFeed(page, `Undeliverable: ${order.subject}`);
        const shown = await shows(pane, [/j\.doe@initech\.example bounced/, /No such mailbox/]);
        return {
          ok: notice !== null && shown,
          detail: {
            messageId: sent?.messageId ?? null,
            notice: facts.serverNotice,
            enhancedStatus: statusIn(notice),
            shown,
          },
          show: page,
        };
      },
    },
    {
      step: 'feed',
      says: "Eva's feed shows all of it: both left, Kim answered, and Jo bounced and why",
      async run() {
        await outlook.bringToFront();
        const pane = await openFeed(outlook, `Undeliverable: ${stale.subject}`);
        const shown = await shows(pane, [
          /Sent to kim/i,
          /Sent to lena/i,
          /Kim Lee replied/,
          /j\.doe@initech\.example bounced/,
          /No such mailbox/,
        ]);
        const left = sandbox.postOffice.letters().filter(({ sender }) => sender === eva.address);
        return {
          ok: shown && left.length === 3,
          detail: {
            sent: facts.offer,
            replied: facts.reply,
            bounced: facts.notice,
            left: left.length,
            shown,
          },
          show: outlook,
        };
      },
    },
  ];

  function wasSubmitted(to: string): boolean {
    return sandbox.postOffice.deliveries().some(({ recipient }) => recipient === to);
  }
}

async function write(page: Page, mail: OutlookMail): Promise<Locator> {
  const form = await composeMail(page);
  await fillMail(form, mail);
  return form;
}

async function openIn(page: Page, folder: string, subject: string): Promise<void> {
  await openFolder(page, folder);
  await openMessage(page, subject);
}

async function openFeed(page: Page, subject: string): Promise<Frame> {
  await openIn(page, 'Inbox', subject);
  const pane = await openPane(page, 'Open feed');
  // An empty feed offers the same in its middle; the line at the foot is there in every state.
  await pane.getByRole('contentinfo').getByRole('button', { name: 'Look now' }).click();
  return pane;
}

async function shows(pane: Frame, texts: readonly RegExp[]): Promise<boolean> {
  const all = await until(async () => {
    const counts = await Promise.all(texts.map((text) => pane.getByText(text).count()));
    return counts.every((count) => count > 0);
  });
  return all === true;
}
