import { type Bench } from './figure.ts';
import { type Rep, withRep } from './rep.ts';
import { seedEvents } from './seeded.ts';
import { heapOfWorker } from './worker-target.ts';

const events = 100_000;
const pages = 40;
const pageSize = 100;

/**
 * Heap of the extension's worker after a forced collection, with 100,000 events kept: once it has answered the panel's
 * status, 40 pages of the feed and two searches through all of them, and has looked into the mailbox.
 */
export const measureWorkerHeap: Bench = (places) =>
  withRep(places, {}, async (rep) => {
    await rep.connect();
    const empty = await heapOfWorker(rep);
    await seedEvents(places, rep.panel, { address: rep.address, count: events });
    await readThrough(rep);
    return [
      {
        figure: 'worker heap over 100,000 events, after forced GC',
        measured: await heapOfWorker(rep),
        unit: 'MB',
        limit: 40,
        reference: { what: 'with an empty log', value: empty },
      },
    ];
  });

async function readThrough(rep: Rep): Promise<void> {
  await rep.ask('status');
  let before: object = {};
  let read = 0;
  for (let page = 0; page < pages; page += 1) {
    const rows = await rep.ask('feed', { limit: pageSize, ...before });
    const last: unknown = Array.isArray(rows) ? rows.at(-1) : undefined;
    if (!isEvent(last)) break;
    read += pageSize;
    before = { before: { occurredAt: last.occurredAt, id: last.id } };
  }
  if (read < pages * pageSize) throw new Error('The feed does not hold what was put into it.');
  await rep.ask('feed', { limit: pageSize, text: 'number 123' });
  await rep.ask('feed', { limit: pageSize, text: 'nobody of this name' });
  await rep.ask('look-now');
}

function isEvent(value: unknown): value is { occurredAt: number; id: string } {
  return typeof value === 'object' && value !== null && 'occurredAt' in value && 'id' in value;
}
