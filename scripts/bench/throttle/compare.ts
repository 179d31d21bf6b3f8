import { planLimitsFor } from '@postrider/shared/domain/sending/plan-limits';
import type { PlanLimit } from '@postrider/shared/domain/sending/plan/plan-input';
import {
  exchangeOnlineLimits,
  exchangeServerLimits,
} from '@postrider/shared/domain/sending/tables/exchange-limits';
import {
  gmailComLimits,
  workspaceLimits,
} from '@postrider/shared/domain/sending/tables/gmail-limits';
import type { Edition, LimitRow } from '@postrider/shared/domain/sending/tables/limit-row';

import { peers } from './peers.ts';
import { monday } from './plan-work.ts';
import { type Outcome, simulateOurs, simulatePeer } from './simulate.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const accounts: readonly {
  readonly name: string;
  readonly edition: Edition;
  readonly rows: readonly LimitRow[];
}[] = [
  { name: 'Google Workspace', edition: 'workspace', rows: workspaceLimits },
  { name: 'gmail.com', edition: 'gmail.com', rows: gmailComLimits },
  { name: 'Exchange Online', edition: 'exchange-online', rows: exchangeOnlineLimits },
  { name: 'Exchange Server', edition: 'exchange-server', rows: exchangeServerLimits },
];

/**
 * A list of 2,000 on four accounts under each throttle, with a mail written by hand every 20 minutes from 9 to 17 each
 * day: when the list ends, how often the provider's limits are broken, and how long mail written by hand waits for room.
 */
export function compareThrottles(count = 2000): string {
  const rows: Row[] = [];
  for (const { name, edition, rows: provider } of accounts) {
    const world = { startAt: monday, hand: writtenByHand(), limits: windowsOf(provider) };
    for (const [rule, throttle] of Object.entries(peers)) {
      rows.push([name, rule, simulatePeer(throttle, count, world)]);
    }
    rows.push(
      [
        name,
        'Postrider, the provider’s limits alone',
        simulateOurs(ownLimits(edition, false), count, world),
      ],
      [
        name,
        'Postrider, its defaults for group mail',
        simulateOurs(ownLimits(edition, true), count, world),
      ],
    );
  }
  return table(rows);
}

type Row = readonly [account: string, throttle: string, outcome: Outcome];

/** Limits that hold over a time; those of a single message concern no throttle. One recipient each, all of them new. */
function windowsOf(rows: readonly LimitRow[]): readonly PlanLimit[] {
  return rows.flatMap(({ id, max, windowMs }) =>
    windowMs === null ? [] : [{ id, counts: 'messages' as const, max, windowMs }],
  );
}

/** The provider's windows with what is kept in each for mail written by hand; `all` adds what group mail is held to. */
function ownLimits(edition: Edition, all: boolean): readonly PlanLimit[] {
  return planLimitsFor(edition)
    .filter(({ layer }) => all || layer === 'provider')
    .map(({ id, max, windowMs, reserve = 0 }) => ({
      id,
      counts: 'messages',
      max,
      windowMs,
      reserve,
    }));
}

function writtenByHand(): readonly number[] {
  return Array.from({ length: 10 }, (_, day) =>
    Array.from({ length: 24 }, (__, turn) => monday + day * dayMs + turn * 20 * minuteMs + 7000),
  ).flat();
}

function table(rows: readonly Row[]): string {
  const head = [
    'account',
    'throttle',
    'list of 2,000 ends after',
    'over a limit',
    'by hand: median, worst wait',
  ];
  const cells = rows.map(([account, throttle, { tookMs, violations, handDelayMs }]) => [
    account,
    throttle,
    duration(tookMs),
    `${violations}`,
    `${duration(handDelayMs.median)}, ${duration(handDelayMs.worst)}`,
  ]);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...cells.map(line)].join('\n');
}

function duration(ms: number): string {
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  const seconds = Math.round((ms % minuteMs) / 1000);
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`;
}
