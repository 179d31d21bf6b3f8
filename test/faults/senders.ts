import type { SendingLimit } from '@postrider/sandbox/google-sending';
import type { PlanLimit } from '@postrider/shared/domain/sending/plan/plan-input';

import { openAcme } from '../contract/support/acme.ts';
import { openAdatum } from '../contract/support/adatum.ts';
import { openEwsSubject } from '../contract/support/ews-subject.ts';
import { openGmailSubject } from '../contract/support/gmail-subject.ts';
import { openGraphSubject } from '../contract/support/graph-subject.ts';
import type { MailboxSubject } from '../contract/support/mailbox-subject.ts';
import { openWoodgrove } from '../contract/support/woodgrove.ts';

/** Who sends: Gmail by drafts.send, both kinds of Exchange by handing over. */
export const senders = ['gmail', 'exchange-online', 'exchange-server'] as const;

/** One of them. */
export type Sender = (typeof senders)[number];

/** One mail that left, by the sandbox's own record. */
export type Departed = { readonly at: number; readonly raw: string };

/** A provider with a rep's mailbox that enforces its limits, seen from its own side. */
export type Scene = {
  readonly sender: Sender;
  readonly subject: MailboxSubject;
  departures(): readonly Departed[];
  /** Mails that the provider did not let leave, or held back, for a limit. */
  overLimit(): readonly string[];
  /** When the provider was asked to send something, epoch ms, whatever it answered. */
  sendCalls(): readonly number[];
  /** The rep writes in a draft, in the provider's own program. */
  edit(id: string): void;
  /** When the next mail that the provider holds is due; epoch ms. */
  nextDue(): number | null;
};

const minuteMs = 60_000;
const spanMs = 20 * minuteMs;

/** What the provider enforces. */
const enforced: readonly (SendingLimit & PlanLimit)[] = [
  { id: 'minute', counts: 'messages', max: 4, windowMs: minuteMs },
  { id: 'span', counts: 'recipients', max: 9, windowMs: spanMs },
];

/** The same for the planner, with room for a mail that the rep writes by hand. */
export const planned: readonly PlanLimit[] = enforced.map((limit) => ({ ...limit, reserve: 1 }));

/** Opens one. */
export function openScene(
  sender: Sender,
  options: { readonly secondSendMs: number | null },
): Scene {
  switch (sender) {
    case 'gmail':
      return gmailScene(options.secondSendMs);
    case 'exchange-online':
      return onlineScene();
    case 'exchange-server':
      return serverScene();
  }
}

function gmailScene(secondSendMs: number | null): Scene {
  const acme = openAcme({ secondSendMs, undoMs: 5000 });
  const { google, clock, ana } = acme;
  google.sendingLimits.limitsOf = () => enforced;
  const left: Departed[] = [];
  google.onDeparture((_account, { raw }) => {
    left.push({ at: clock(), raw: raw.toString() });
  });
  return {
    sender: 'gmail',
    nextDue: () => null,
    subject: openGmailSubject(acme),
    departures: () => left,
    overLimit: () =>
      google
        .sendingRecord()
        .filter(({ fate }) => fate !== 'left')
        .map(({ recipients, limit }) => `${recipients.join()} over ${limit}`),
    sendCalls: () =>
      google.log
        .all()
        .filter(({ call }) => call === 'drafts.send')
        .map(({ at }) => at),
    edit(id) {
      const message = google.web.openDraft(ana, `edit-${id}`, id);
      if (message === undefined) return;
      google.web.saveDraft(ana, `edit-${id}`, Buffer.from(`${message.raw.toString()}PS\r\n`));
    },
  };
}

type Exchanges = Pick<ReturnType<typeof openAdatum>, 'exchange' | 'clock'>;

/** What both kinds of Exchange share; their record is held against the limits, since Exchange itself lets mail wait. */
function exchangeRecord(
  { exchange, clock }: Exchanges,
  mailbox: ReturnType<typeof openAdatum>['eva'],
): Pick<Scene, 'departures' | 'overLimit' | 'nextDue'> {
  exchange.limits.messagesPerMinute = Infinity;
  const left: Departed[] = [];
  exchange.onDeparture((_sender, { raw }) => {
    left.push({ at: clock(), raw: raw.toString() });
  });
  return {
    departures: () => left,
    overLimit: () =>
      enforced.flatMap(({ id, max, windowMs }) => {
        const full = left.find(
          ({ at: end }) => left.filter(({ at }) => at > end - windowMs && at <= end).length > max,
        );
        return full === undefined ? [] : [`${id} at ${new Date(full.at).toISOString()}`];
      }),
    nextDue: () => {
      const due = mailbox.items().flatMap(({ heldUntil }) => heldUntil ?? []);
      return due.length === 0 ? null : Math.min(...due);
    },
  };
}

function onlineScene(): Scene {
  const adatum = openAdatum();
  const { microsoft, eva } = adatum;
  const subject = openGraphSubject({}, adatum);
  return {
    sender: 'exchange-online',
    subject,
    ...exchangeRecord(adatum, eva),
    sendCalls: () =>
      microsoft.log
        .all()
        .filter(({ path }) => path.endsWith('/send'))
        .map(({ at }) => at),
    edit: (id) => editItem(eva, id, subject),
  };
}

function serverScene(): Scene {
  const woodgrove = openWoodgrove();
  const { server, omar } = woodgrove;
  const subject = openEwsSubject(woodgrove);
  return {
    sender: 'exchange-server',
    subject,
    ...exchangeRecord(woodgrove, omar),
    sendCalls: () =>
      server.log
        .all()
        .filter(({ operation }) => operation === 'SendItem')
        .map(({ at }) => at),
    edit: (id) => editItem(omar, id, subject),
  };
}

function editItem(
  mailbox: ReturnType<typeof openAdatum>['eva'],
  id: string,
  subject: MailboxSubject,
): void {
  const draft = subject.drafts().find((one) => one.id === id);
  const item = mailbox.items().find(({ messageId }) => messageId === `<${draft?.messageId}>`);
  if (item === undefined || item.heldUntil !== null) return;
  mailbox.update(item.id, { raw: Buffer.from(`${item.raw.toString()}PS\r\n`) });
}
