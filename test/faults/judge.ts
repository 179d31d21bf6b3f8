import type { OutboxMail } from '@postrider/shared/application/ports/outbox';

import type { Computer } from './computer.ts';
import type { Scene } from './senders.ts';
import { recipient, type Story } from './story.ts';

/** What a run came to; no problems = it stood. */
export type Verdict = {
  readonly problems: readonly string[];
  /** Recipients who got it. */
  readonly served: number;
  /** Recipients who did not, and are listed with the reason. */
  readonly reported: number;
  readonly struck: readonly string[];
};

const final = new Set(['refused', 'cancelled', 'unsure']);

/** Holds the sandbox's record against what must never be. */
export function judge(run: {
  readonly scene: Scene;
  readonly story: Story;
  readonly computers: readonly Computer[];
  readonly count: number;
  readonly endless: boolean;
  readonly wakes: number;
}): Verdict {
  const { scene, story, computers, count, endless } = run;
  const everybody = Array.from({ length: count }, (_, no) => recipient(no));
  const left = scene.departures().flatMap(({ at, raw }) => {
    const to = /^To: .*?(p\d+@initech\.example)/m.exec(raw)?.[1];
    return to === undefined ? [] : [{ at, to }];
  });
  const times = (to: string) => left.filter((one) => one.to === to).length;
  const reports = computers.flatMap(({ stores }) => stores.all());
  const isReported = (to: string) => reports.some((mail) => isFinalFor(mail, to));
  const problems: string[] = [];
  if (endless) problems.push('the queue does not come to its end');
  for (const to of everybody) {
    if (times(to) > 1) problems.push(`${to} got it ${times(to)} times`);
    if (times(to) === 0 && !isReported(to)) problems.push(`${to} got nothing, and nobody says so`);
  }
  for (const over of scene.overLimit()) problems.push(`over a limit: ${over}`);
  const inOrder = left.filter(({ to }) => !story.late.has(to)).map(({ to }) => numberOf(to));
  const overtaken = inOrder.find((no, at) => no < Math.max(-1, ...inOrder.slice(0, at)));
  if (overtaken !== undefined) problems.push(`${recipient(overtaken)} was overtaken`);
  const shared = computers.filter(({ stores }) => stores.all().length > 0).length > 1;
  for (const { from, until, line } of story.closed) {
    // What one computer was told, another cannot know.
    const early =
      line.isAlive() && !shared
        ? scene.sendCalls().find((at) => at > from && at < until)
        : undefined;
    if (early !== undefined) {
      const words = `${new Date(early).toISOString()}, before ${new Date(until).toISOString()}`;
      problems.push(`sent at ${words}`);
    }
  }
  const served = everybody.filter((to) => times(to) > 0).length;
  const ends = computers.map(
    ({ name, nextAt, stores }) =>
      `${name}: next at ${nextAt}, ${stores
        .all()
        .map(({ state }) => state.kind)
        .join(' ')}`,
  );
  ends.unshift(`woken ${run.wakes} times`);
  return { problems, served, reported: count - served, struck: [...story.struck, ...ends] };
}

function isFinalFor({ person, state }: OutboxMail, to: string): boolean {
  return person.address === to && final.has(state.kind);
}

function numberOf(to: string): number {
  return Number(/\d+/.exec(to)?.[0]);
}
