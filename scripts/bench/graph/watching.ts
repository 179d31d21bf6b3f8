import type { Mailbox, SentPage } from '@postrider/shared/application/ports/mailbox';
import type { Cursor } from '@postrider/shared/domain/ids';

import type { Bench, Figure } from '../figure.ts';
import { openGraphWorld, valueOf, written } from './world.ts';

const steadyMinutes = 60;
const newMessages = 1000;
const sentMails = 5000;
const minuteMs = 60_000;

/**
 * What watching an Exchange mailbox asks of Graph, by Graph's own log with every part of a batch counted: an hour of looks
 * once a minute into a mailbox that gets a mail now and then, 1,000 new messages in three folders, and 5,000 sent mails.
 */
export const measureGraphWatching: Bench = async () => [
  await steadyWatch(),
  ...(await catchUp()),
  await ledger(),
];

async function steadyWatch(): Promise<Figure> {
  const { microsoft, eva, mailbox, time, played } = openGraphWorld();
  let { cursor } = valueOf(await played(mailbox.changes(null)));
  microsoft.log.clear();
  for (let minute = 0; minute < steadyMinutes; minute += 1) {
    await played(time.wait(minuteMs));
    if (minute % 10 === 0) eva.create(mailNo(minute), { folder: 'inbox' });
    cursor = await played(readAll(mailbox, cursor, () => {}));
  }
  const requests = microsoft.log.all().length / steadyMinutes;
  return { figure: 'Graph: steady watch', measured: requests, unit: 'requests/min', limit: 4 };
}

async function catchUp(): Promise<readonly Figure[]> {
  const { microsoft, eva, mailbox, time, played } = openGraphWorld();
  const { cursor } = valueOf(await played(mailbox.changes(null)));
  const mine = eva.addFolder('Customers').id;
  for (let no = 0; no < newMessages; no += 1) {
    await played(time.wait(1000));
    eva.create(mailNo(no), { folder: ['inbox', 'junkemail', mine][no % 3] ?? mine });
  }
  microsoft.log.clear();
  const seen = new Set<string>();
  const startedAt = time.clock();
  await played(readAll(mailbox, cursor, (id) => seen.add(id)));
  if (seen.size !== newMessages) throw new Error('Not everything was read.');
  const all = microsoft.log.all();
  return [
    line('requests', all.length, 'requests', 60),
    line('refused', all.filter(({ status }) => status !== 200).length, 'answers', 0),
    line('time', (time.clock() - startedAt) / 1000, 's', null),
  ];
}

function line(what: string, measured: number, unit: string, limit: number | null): Figure {
  return { figure: `Graph: catch-up of 1,000: ${what}`, measured, unit, limit };
}

async function ledger(): Promise<Figure> {
  const { microsoft, eva, mailbox, time, played } = openGraphWorld();
  for (let no = 0; no < sentMails; no += 1) {
    const raw = written({ From: eva.address, To: `kim${no}@initech.example`, Subject: 'Offer' });
    eva.create(raw, { folder: 'sentitems', receivedAt: time.clock() - no * 1000 });
  }
  let listed = 0;
  let page: string | null = null;
  do {
    const read: SentPage = valueOf(
      await played(mailbox.sentSince(time.clock() - sentMails * 1000, page)),
    );
    listed += read.entries.filter(({ at, recipients }) => at !== null && recipients === 1).length;
    page = read.next;
  } while (page !== null);
  if (listed !== sentMails) throw new Error('Not every sent mail was listed.');
  const measured = microsoft.log.all().length;
  return { figure: 'Graph: ledger of 5,000 sent', measured, unit: 'requests', limit: 30 };
}

async function readAll(mailbox: Mailbox, since: Cursor, saw: (id: string) => void) {
  let cursor = since;
  for (let more = true; more;) {
    const changes = valueOf(await mailbox.changes(cursor));
    for (const { id } of changes.appeared) saw(id);
    ({ cursor, more } = changes);
  }
  return cursor;
}

function mailNo(no: number): Buffer {
  return written({
    Received: 'from x.example by y.example; Mon, 23 Nov 2026 09:00:00 +0000',
    From: `kim${no}@initech.example`,
    To: 'eva@adatum.example',
    Subject: `News ${no}`,
  });
}
