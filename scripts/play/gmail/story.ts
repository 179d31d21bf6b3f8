import { giveConsent } from '@postrider/sandbox/driver/extension';
import { openCompose, sendMail, undoSend, writeMail } from '@postrider/sandbox/driver/gmail-page';
import type { Locator, Page } from 'playwright';

import { header, mailboxOf, newest, until } from '../record.ts';
import type { Step } from '../step.ts';
import { company, type Stage } from './stage.ts';

const offer = { to: 'kim@globex.example', subject: 'Your offer for 15 seats' } as const;
const stale = { to: 'j.doe@initech.example', subject: 'Following up on the trial' } as const;

/** The story: one mail from the compose window to its reply, and one that bounces. */
export function story(stage: Stage): readonly Step[] {
  const { sandbox, gmail, rep } = stage;
  let panel: Page;
  let compose: Locator;
  const facts = { offer: '', reply: '', notice: '' };

  const statusOf = (messageId: string, recipient: string) =>
    sandbox.postOffice.delivery(messageId, recipient)?.status ?? null;

  return [
    {
      step: 'connect',
      says: `Ana enters her company's Google client and connects ${rep.address}`,
      async run() {
        const options = await stage.openOptions();
        await options.getByLabel('Client ID').fill(company.clientId);
        await options.getByLabel('Client secret').fill(company.clientSecret);
        await options.getByRole('button', { name: 'Save client' }).click();
        await options.getByText('Saved').waitFor();
        await options.close();
        panel = await stage.openPanel();
        const next = panel.getByRole('button', { name: 'Continue' });
        await next.click();
        await next.click();
        const connect = panel.getByRole('button', { name: 'Connect Gmail' });
        await giveConsent(stage.context, rep.address, () => connect.click());
        const call = await until(() =>
          sandbox.google.log
            .all()
            .find((one) => one.account === rep.address && one.call === 'getProfile'),
        );
        await panel.getByRole('button', { name: 'Go to the feed' }).click();
        return {
          ok: call?.status === 200,
          detail: {
            account: call?.account ?? null,
            call: call?.call ?? null,
            status: call?.status ?? null,
          },
          show: panel,
        };
      },
    },
    {
      step: 'write',
      says: `She writes to ${offer.to} in Gmail's own compose window`,
      async run() {
        compose = await openCompose(gmail);
        await writeMail(compose, {
          to: [offer.to],
          subject: offer.subject,
          body: 'Hi Kim, here is the offer we talked about: 15 seats, yearly billing, phone support included.',
        });
        const draft = await until(() =>
          newest(sandbox, rep.address, { label: 'DRAFT', subject: offer.subject }),
        );
        return {
          ok: draft !== null && (header(draft, 'To') ?? '').includes(offer.to),
          detail: {
            draftMessageId: draft?.messageId ?? null,
            recipient: draft && header(draft, 'To'),
            labels: draft?.labelIds ?? [],
          },
          show: gmail,
        };
      },
    },
    {
      step: 'send',
      says: "She presses Gmail's Send",
      async run() {
        await sendMail(compose);
        const sent = newest(sandbox, rep.address, { label: 'SENT', subject: offer.subject });
        const { undoMs } = sandbox.switches;
        return {
          ok: sent !== null && statusOf(sent.messageId, offer.to) === null,
          detail: {
            messageId: sent?.messageId ?? null,
            recipient: offer.to,
            status: 'in Sent, Undo open',
            undoMs,
          },
          show: gmail,
        };
      },
    },
    {
      step: 'undo',
      says: "She thinks again and clicks Gmail's Undo",
      async run() {
        compose = await undoSend(gmail);
        const wanted = { subject: offer.subject };
        const draft = newest(sandbox, rep.address, { label: 'DRAFT', ...wanted });
        const sent = newest(sandbox, rep.address, { label: 'SENT', ...wanted });
        const left = sandbox.postOffice.letters().length;
        return {
          ok: draft !== null && sent === null && left === 0,
          detail: { draftMessageId: draft?.messageId ?? null, inSent: sent !== null, left },
          show: gmail,
        };
      },
    },
    {
      step: 'send-again',
      says: 'She sends it after all, and it reaches Kim once Undo is over',
      async run() {
        await sendMail(compose);
        const letter = await until(() => sandbox.postOffice.letters()[0]);
        const messageId = letter?.messageId ?? '';
        const status = await until(() => statusOf(messageId, offer.to));
        facts.offer = messageId;
        const atKim = mailboxOf(sandbox, offer.to)
          .messages('INBOX')
          .filter((message) => message.messageId === messageId);
        return {
          ok: status === 'delivered' && atKim.length === 1,
          detail: { messageId, recipient: offer.to, status, copies: atKim.length },
          show: gmail,
        };
      },
    },
    {
      step: 'reply',
      says: 'Kim answers',
      async run() {
        const letter = sandbox.postOffice.letters().find((one) => one.messageId === facts.offer);
        if (letter) {
          await sandbox.postOffice.reply(
            offer.to,
            letter,
            'Thank you, that works for us. Where do I sign?',
          );
        }
        const reply = await until(() =>
          newest(sandbox, rep.address, { label: 'INBOX', subject: `Re: ${offer.subject}` }),
        );
        facts.reply = reply?.messageId ?? '';
        const inReplyTo = reply && header(reply, 'In-Reply-To');
        await lookNow(panel);
        return {
          ok: reply !== null && inReplyTo === facts.offer,
          detail: { messageId: facts.reply, from: reply && header(reply, 'From'), inReplyTo },
          show: gmail,
        };
      },
    },
    {
      step: 'bounce',
      says: `She writes to ${stale.to}, who has left that company`,
      async run() {
        const window = await openCompose(gmail);
        await writeMail(window, {
          to: [stale.to],
          subject: stale.subject,
          body: 'Hi Jo, has the trial shown what you hoped for?',
        });
        await sendMail(window);
        const letter = await until(() =>
          sandbox.postOffice
            .letters()
            .find((one) => one.sender === rep.address && one.messageId !== facts.offer),
        );
        const messageId = letter?.messageId ?? '';
        const status = await until(() => statusOf(messageId, stale.to));
        const notice = await until(() =>
          mailboxOf(sandbox, rep.address)
            .messages('INBOX')
            .find((message) => header(message, 'In-Reply-To') === messageId),
        );
        facts.notice = notice?.messageId ?? '';
        // The notice threads onto the mail, which brings its conversation into the inbox.
        await gmail.getByRole('main').getByText(stale.subject).first().waitFor();
        return {
          ok: status === 'bounced' && notice !== null,
          detail: {
            messageId,
            recipient: stale.to,
            status,
            enhancedStatus: notice && enhancedStatusOf(notice.raw),
            noticeId: facts.notice,
          },
          show: gmail,
        };
      },
    },
    {
      step: 'feed',
      says: 'The feed shows all three: it left, Kim answered, and Jo bounced and why',
      async run() {
        await lookNow(panel);
        const rows = panel.getByRole('article');
        const shown = {
          sent: rows.filter({ hasText: /Sent to kim/i }).filter({ hasText: offer.subject }),
          replied: rows.filter({ hasText: 'Kim Lee replied' }),
          bounced: rows
            .filter({ hasText: 'bounced' })
            .filter({ hasText: 'No such mailbox (550 5.1.1)' }),
        };
        // What the sandbox holds decides what must be shown: one departure, one reply, one notice, no phantom.
        const inSent = mailboxOf(sandbox, rep.address)
          .messages('SENT')
          .filter((message) => header(message, 'Subject') === offer.subject);
        const counted = await until(async () => {
          const counts = await Promise.all(Object.values(shown).map((row) => row.count()));
          return counts.every((count) => count === 1) && counts;
        });
        return {
          ok: counted !== null && inSent.length === 1,
          detail: {
            sent: facts.offer,
            replied: facts.reply,
            bounced: facts.notice,
            inSent: inSent.length,
          },
          show: panel,
        };
      },
    },
  ];
}

async function lookNow(panel: Page): Promise<void> {
  const button = panel.locator('footer').getByRole('button', { name: 'Look now' });
  await button.click();
  await button.and(panel.locator(':not([aria-disabled])')).waitFor();
}

function enhancedStatusOf(raw: Buffer): string | null {
  return /^Status: (\d\.\d+\.\d+)/m.exec(raw.toString('latin1'))?.[1] ?? null;
}
