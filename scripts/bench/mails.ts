import { openCompose, openGmail, sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';

import { mailboxOf, until } from '../play/record.ts';
import { untilAttached } from './attached.ts';
import type { Bench, Figure } from './figure.ts';
import { type Rep, withRep } from './rep.ts';

const mails = 200;

/**
 * 200 mails written and sent in Gmail's page by a driver, each under the strip. What left and what stands in Sent is the
 * sandbox's record; the events are those that the worker has written in the end.
 */
export const measureMails: Bench = (places) =>
  withRep(places, { undoMs: 500 }, async (rep) => {
    await rep.connect();
    await sendAll(rep);
    const left = () =>
      rep.sandbox.postOffice.letters().filter(({ sender }) => sender === rep.address);
    await until(() => left().length >= mails, 30_000);
    const sent = mailboxOf(rep.sandbox, rep.address).messages('SENT');
    // Gmail's longest Undo and the margin for two clocks pass before a mail counts as sent.
    const events = await until(async () => {
      const found = await sentEvents(rep);
      return found.length >= mails && found;
    }, 180_000);
    const found = events === null ? await sentEvents(rep) : events;
    const proved = new Set(sent.map(({ id }) => id));
    const named = new Set(found.map(({ evidenceId }) => evidenceId));
    return [
      exact('left the post office', new Set(left().map(({ messageId }) => messageId)).size, mails),
      exact('in Sent', sent.length, mails),
      exact(
        'events "sent" of a mail in Sent',
        [...named].filter((id) => proved.has(id)).length,
        mails,
      ),
      exact(
        'duplicate departures',
        left().length - new Set(left().map(({ messageId }) => messageId)).size,
        0,
      ),
      exact('duplicate events', found.length - named.size, 0),
    ];
  });

function exact(what: string, measured: number, limit: number): Figure {
  const figure = `200 mails through the page: ${what}`;
  return { figure, measured, unit: '', limit, rule: 'exactly' };
}

async function sendAll(rep: Rep): Promise<void> {
  const page = await openGmail(rep.context);
  await untilAttached(page);
  for (let no = 1; no <= mails; no += 1) {
    const compose = await openCompose(page);
    await compose.getByRole('group', { name: 'Postrider' }).waitFor();
    await writeMail(compose, {
      to: [`person${no}@customer.example`],
      subject: `Offer ${no}`,
      body: 'Hello',
    });
    await sendMail(compose);
    await compose.waitFor({ state: 'detached' });
  }
}

type SentEvent = { readonly kind: string; readonly evidenceId: string };

async function sentEvents(rep: Rep): Promise<readonly SentEvent[]> {
  const events = await rep.ask('feed', { kinds: ['sent'], limit: 1000 });
  return Array.isArray(events) ? events : [];
}
