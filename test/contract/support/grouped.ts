import { randomBytes } from 'node:crypto';

import { readTable } from '@postrider/shared/adapters/csv/read-table';
import { createDeferredSend } from '@postrider/shared/application/deferred-send/create-deferred-send';
import type { GroupParts } from '@postrider/shared/application/group-mail/group-parts';
import { objectionTo } from '@postrider/shared/application/group-mail/objection';
import { createGroupWriter } from '@postrider/shared/application/group-mail/write-group-mail';
import { createQueueBackend } from '@postrider/shared/application/panel/queue-backend';
import type { Policy } from '@postrider/shared/application/ports/policy';
import type { Carriage } from '@postrider/shared/application/run-queue/queue-parts';
import {
  createQueueRunner,
  type RunOutcome,
} from '@postrider/shared/application/run-queue/queue-runner';
import { branded } from '@postrider/shared/domain/brand';
import type { GroupId } from '@postrider/shared/domain/ids';
import type { PlanLimit } from '@postrider/shared/domain/sending/plan/plan-input';
import PostalMime, { type Email } from 'postal-mime';

import type { MailboxSubject } from './mailbox-subject.ts';
import { openStores } from './stores.ts';

/** What a group mail is held to in these tests. */
export type GroupedChange = {
  readonly limits?: readonly PlanLimit[];
  readonly policy?: Policy;
};

const tenAMinute: readonly PlanLimit[] = [
  { id: 'minute', counts: 'messages', max: 10, windowMs: 60_000 },
  { id: 'day', counts: 'messages', max: 1500, windowMs: 24 * 3_600_000 },
];

/** A provider's mailbox with a queue, its runner and its pages' program. */
export async function openGrouped(subject: MailboxSubject, change: GroupedChange = {}) {
  const stores = await openStores();
  const { address: account, mailbox, clock } = subject;
  const guard = {
    ...stores,
    policy: { read: async () => change.policy ?? {}, onChange: () => {} },
  };
  const carriage: Carriage =
    mailbox.capabilities.deferredSend.kind === 'yes'
      ? {
          kind: 'hand-over',
          horizonMs: 60_000,
          deferred: createDeferredSend({ account, mailbox, followed: stores.followed, clock }),
        }
      : { kind: 'send' };
  const group: GroupParts = {
    account,
    mailbox,
    outbox: stores.outbox,
    ledgers: stores.ledgers,
    states: stores.states,
    carriage,
    limits: async () => change.limits ?? tenAMinute,
    mostRecipients: 100,
    clock,
    guard,
    readTable,
    newGroupId: () => branded<GroupId>(randomBytes(16).toString('base64url')),
  };
  const until = Number.MAX_SAFE_INTEGER;
  const runner = createQueueRunner({
    ...group,
    lease: {
      hold: async () => ({ kind: 'ok', value: { kind: 'mine', until, taken: false, clock } }),
      settled: () => {},
      release: async () => ({ kind: 'ok', value: null }),
    },
    alone: (work) => work(),
    write: createGroupWriter(group),
    objection: (mail) => objectionTo(guard, mail),
  });
  let lastRun: RunOutcome | null = null;
  let changes = 0;
  const backend = createQueueBackend({
    group: async () => group,
    lastRun: () => lastRun,
    changed: () => {
      changes += 1;
    },
  });

  async function run(): Promise<RunOutcome> {
    lastRun = await runner.run();
    return lastRun;
  }

  return {
    ...subject,
    stores,
    guard,
    group,
    backend,
    run,
    changes: () => changes,
    /** Saves a draft as the rep does, and gives its name. */
    async draft(raw: Buffer): Promise<string> {
      subject.saveDraft(`group-${changes}-${clock()}`, raw);
      const [source] = await backend.sources();
      if (source === undefined) throw new Error('there is no draft');
      return source.draftId;
    },
    /** Runs the queue to its end, passing the clock to whenever it wants to be woken. */
    async runToEnd(): Promise<void> {
      for (let turns = 0; turns < 3000; turns += 1) {
        const { nextAt } = await run();
        if (nextAt === null) return;
        await subject.pass(Math.max(1, nextAt - clock()));
      }
      throw new Error('The queue does not come to its end.');
    },
    /** What the post office took, read by another's reader, in the order in which it left. */
    letters: (): Promise<readonly Email[]> =>
      Promise.all(subject.postOffice.letters().map(({ raw }) => PostalMime.parse(raw))),
  };
}

/** A mailbox with a queue. */
export type Grouped = Awaited<ReturnType<typeof openGrouped>>;

/** To whom a mail went. */
export function to({ to: people = [] }: Email): string {
  return people.map(({ address = '' }) => address).join(', ');
}

/** The draft that a rep writes: text and HTML, a picture in it, a file. */
export function groupDraft(
  rep: string,
  given: {
    readonly subject?: string;
    readonly text?: string;
    readonly html?: string;
    readonly file?: Buffer;
    readonly to?: string;
  } = {},
): Buffer {
  const { subject = 'Offer for {{company|you}}', text = 'Hello {{first_name|there}},\r\n' } = given;
  const html = given.html ?? '<p>Hello {{first_name|there}},<img src="cid:logo@x"></p>';
  return Buffer.from(
    [
      `From: ${rep}`,
      `To: ${given.to ?? ''}`,
      'Cc: boss@acme.example',
      'Bcc: archive@acme.example',
      `Subject: ${subject}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="outer"',
      '',
      '--outer',
      'Content-Type: multipart/alternative; boundary="alt"',
      '',
      '--alt',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      ...encoded(Buffer.from(text)),
      '--alt',
      'Content-Type: multipart/related; boundary="rel"',
      '',
      '--rel',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      ...encoded(Buffer.from(html)),
      '--rel',
      'Content-Type: image/png; name="logo.png"',
      'Content-Disposition: inline; filename="logo.png"',
      'Content-ID: <logo@x>',
      'Content-Transfer-Encoding: base64',
      '',
      ...encoded(logo),
      '--rel--',
      '--alt--',
      '--outer',
      'Content-Type: application/pdf; name="offer.pdf"',
      'Content-Disposition: attachment; filename="offer.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      ...encoded(given.file ?? Buffer.from('the offer')),
      '--outer--',
      '',
    ].join('\r\n'),
  );
}

function encoded(bytes: Buffer): readonly string[] {
  return bytes.toString('base64').match(/.{1,76}/g) ?? [];
}

/** The picture in it. */
export const logo = Buffer.from([137, 80, 78, 71, 0, 255, 13, 10, 10, 13]);
