import { createGoogle, type Google } from '@postrider/sandbox/google';
import { likeliestSwitches } from '@postrider/sandbox/switches';
import { createGmailMailbox } from '@postrider/shared/adapters/gmail/gmail-mailbox';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import { branded } from '@postrider/shared/domain/brand';
import type { Cursor, DraftId, MailId } from '@postrider/shared/domain/ids';

import { type Bench, type Figure, median, percentile } from './figure.ts';
import { manualTime, type ManualTime } from './manual-time.ts';

const address = 'ana@acme.example';
const newMessages = 1000;
const sends = 9;
/** How long Google takes for one request, ms. */
const latencyMs = 120;
/** What one send costs beside the reading: drafts.send, and messages.get for the Message-ID it left with. */
const sendUnits = 120;
const sendRequests = 2;

/**
 * What 1,000 new messages cost, by Google's own log with its limits enforced (6,000 units a minute, 10 at once): the
 * adapter's `changes` until nothing is left. Node, on a clock that moves only by waiting; each request takes 120 ms of it.
 */
export const measureCatchUp: Bench = async () => {
  const quiet = await openWorld();
  const alone = await played(quiet.time, sendEvery20s(quiet));

  const world = await openWorld();
  const { log } = world.google;
  arrive(world.google);
  log.clear();
  const startedAt = world.time.clock();
  const [, during] = await played(world.time, Promise.all([readAll(world), sendEvery20s(world)]));
  const all = log.all();
  const read = new Set(all.filter(({ call }) => call === 'messages.get').map(({ path }) => path));
  if (read.size < newMessages) throw new Error('Not everything was read.');
  const endedAt = all.findLast(({ batch }) => batch !== undefined)?.at ?? startedAt;
  const refused = all.filter(({ status }) => status === 429 || status === 403).length;
  const send = (what: string, of: (values: readonly number[]) => number): Figure => ({
    ...line(`a send in the meantime, ${what} of ${sends}`, of(during), 'ms', null),
    reference: { what: 'with nothing to catch up', value: of(alone) },
  });
  return [
    line('quota units', log.units() - sends * sendUnits, 'units', 21_000),
    line('requests', log.httpRequests() - sends * sendRequests, 'requests', 125),
    line('refused for a limit (429, 403)', refused, 'answers', 0),
    {
      ...line('time, the limits enforced', (endedAt - startedAt) / 60_000, 'min', null),
      reference: { what: '20,000 units at 6,000 a minute', value: 20_000 / 6000 },
    },
    send('median', median),
    send('slowest', (values) => percentile(values, 100)),
  ];
};

function line(what: string, measured: number, unit: string, limit: number | null): Figure {
  return { figure: `catch-up of 1,000: ${what}`, measured, unit, limit };
}

type World = {
  readonly google: Google;
  readonly time: ManualTime;
  readonly mailbox: Mailbox;
  readonly drafts: readonly DraftId[];
  readonly cursor: Cursor;
};

async function openWorld(): Promise<World> {
  const time = manualTime(Date.UTC(2026, 10, 23, 9));
  const google = createGoogle({
    clock: time.clock,
    timers: { start: () => () => {} },
    switches: likeliestSwitches,
  });
  google.addAccount({ address, name: 'Ana Silva' });
  google.limits.concurrent = 10;
  const token = google.issueToken(address);
  const mailbox = createGmailMailbox({
    clock: time.clock,
    wait: time.wait,
    tokens: { token: async () => ({ kind: 'ok', value: token }), reject: async () => {} },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      await time.wait(latencyMs);
      return google.gmailApi(request);
    },
  });
  const raw = 'To: kim@initech.example\r\nSubject: Meanwhile\r\n\r\nHello\r\n';
  const drafts: DraftId[] = [];
  for (let no = 0; no < sends; no += 1) {
    const mailId = branded<MailId>(`bench-${no}`);
    const draft = await played(time, mailbox.drafts.create({ mailId, raw }));
    if (draft.kind !== 'ok') throw new Error(`A draft was answered with "${draft.kind}".`);
    drafts.push(draft.value);
  }
  const begun = await played(time, mailbox.changes(null));
  if (begun.kind !== 'ok') throw new Error(`The beginning was answered with "${begun.kind}".`);
  return { google, time, mailbox, drafts, cursor: begun.value.cursor };
}

function arrive(google: Google): void {
  for (let no = 0; no < newMessages; no += 1) {
    const raw = `From: kim${no}@initech.example\r\nSubject: News ${no}\r\n\r\nHello\r\n`;
    google.accounts.get(address)?.deposit(Buffer.from(raw), { labelIds: ['INBOX', 'UNREAD'] });
  }
}

async function readAll({ mailbox, cursor }: World): Promise<void> {
  for (let at = cursor, more = true; more;) {
    const changes = await mailbox.changes(at);
    if (changes.kind !== 'ok') throw new Error(`The reading was answered with "${changes.kind}".`);
    ({ cursor: at, more } = changes.value);
  }
}

/** How long each send takes on the clock, ms. */
async function sendEvery20s({ time, mailbox, drafts }: World): Promise<readonly number[]> {
  const times: number[] = [];
  for (const draft of drafts) {
    await time.wait(20_000);
    const askedAt = time.clock();
    const sent = await mailbox.send(draft);
    if (sent.kind !== 'accepted') throw new Error(`A send was answered with "${sent.kind}".`);
    times.push(time.clock() - askedAt);
  }
  return times;
}

/** Lets the clock go on until the work is done. */
async function played<Result>(time: ManualTime, work: Promise<Result>): Promise<Result> {
  const done = new AbortController();
  const end = () => done.abort();
  work.then(end, end);
  while (!done.signal.aborted) await time.step();
  return work;
}
