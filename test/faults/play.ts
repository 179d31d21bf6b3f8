import type { GroupParts } from '@postrider/shared/application/group-mail/group-parts';
import { createQueueBackend } from '@postrider/shared/application/panel/queue-backend';

import { writtenBy } from '../contract/support/mailbox-subject.ts';
import { type Computer, newComputer, type Planted, programOn } from './computer.ts';
import { faultLine, type Line, type Places } from './fault-line.ts';
import { judge, type Verdict } from './judge.ts';
import { seeded } from './random.ts';
import { openScene, type Scene, type Sender } from './senders.ts';
import { recipient, type Story } from './story.ts';
import { createStrikes } from './strikes.ts';

/** Which run. */
export type Play = {
  readonly sender: Sender;
  readonly seed: number;
  readonly places: Places;
  readonly guard: GroupParts['guard'];
  readonly planted?: Planted;
};

const minuteMs = 60_000;

/** No run takes longer than this in its own time; a queue that does not come to its end is a failure. */
const longestMs = 16 * 3_600_000;

/** After so long nothing goes wrong any more, and every clock is right again. */
const quietAfterMs = 2 * 3_600_000;

/** So often in a row a program may want to be woken at once before it counts as caught in a loop. */
const mostWakes = 600;

/** Plays one run to its end and judges it by the sandbox's record. */
export async function play({ sender, seed, places, guard, planted }: Play): Promise<Verdict> {
  const random = seeded(seed * 7919 + sender.length);
  const scene = openScene(sender, { secondSendMs: random.chance(0.3) ? 1000 : null });
  const story: Story = { deleted: new Set(), late: new Set(), closed: [], struck: [] };
  const { subject } = scene;
  // Half of the runs begin shortly before the clocks of Europe go back.
  if (random.chance(0.5)) subject.clock.pass(Date.UTC(2026, 9, 25, 0, 55) - subject.clock());
  const count = random.between(5, 10);
  const computers = [newComputer('desk'), newComputer('laptop')];
  const [desk, laptop] = computers;
  if (desk === undefined || laptop === undefined) throw new Error('no computer');
  const running = new Set<Promise<unknown>>();
  const share = 0.01 + random.next() * 0.03;
  let faultsLeft = random.between(2, 14);

  const strikes = createStrikes({
    scene,
    story,
    random,
    computers,
    desk,
    recipients: () => Array.from({ length: count }, (_, no) => recipient(no)),
    wake: (computer) => void begin(computer),
    pass,
  });

  function lineOn(computer: Computer): Line {
    return faultLine({
      random,
      places,
      share: () => (faultsLeft > 0 ? share : 0),
      strike: async (line, name, moment) => {
        faultsLeft -= 1;
        await strikes.strike({ line, computer, name, moment });
      },
    });
  }

  /** Wakes the program of a computer; it may be ended at any await, and is never waited for longer than it lives. */
  function begin(computer: Computer): Promise<void> {
    const line = lineOn(computer);
    const program = programOn(scene, computer, { line, random, planted: planted ?? null, guard });
    const turn = async (): Promise<void> => {
      const outcome = await line.live(() => program.wake());
      const now = subject.clock() + computer.clockOff;
      if (outcome === 'ended' || outcome === null) computer.nextAt = now + minuteMs;
      else if (outcome.standing.kind !== 'elsewhere' || computer.working === null) {
        computer.nextAt = outcome.nextAt;
        if (planted === 'early-retry' && outcome.nextAt !== null) {
          computer.nextAt = Math.min(outcome.nextAt, now + minuteMs);
        }
      }
    };
    const noted = turn()
      .then(() => noteLate(computer, story))
      .finally(() => running.delete(noted));
    running.add(noted);
    return noted;
  }

  /** Lets time pass, so that what the provider holds leaves at its own time. */
  async function pass(ms: number): Promise<void> {
    const until = subject.clock() + Math.max(0, ms);
    for (let due = scene.nextDue(); due !== null && due < until; due = scene.nextDue()) {
      await subject.pass(Math.max(1, due - subject.clock()));
    }
    if (until > subject.clock()) await subject.pass(until - subject.clock());
  }

  const begunAt = subject.clock();
  await start(scene, desk, { random, guard, count });
  desk.nextAt = subject.clock();
  laptop.nextAt = random.chance(0.6) ? subject.clock() + random.between(0, 30) * minuteMs : null;

  let wakes = 0;
  for (;;) {
    const awake = computers.filter(({ asleepUntil }) => asleepUntil <= subject.clock());
    const due = awake.filter(
      ({ nextAt, clockOff }) => nextAt !== null && nextAt <= subject.clock() + clockOff,
    );
    for (const computer of due) {
      computer.nextAt = null;
      wakes += 1;
      void begin(computer);
      await Promise.all(running);
    }
    if (subject.clock() > begunAt + quietAfterMs) {
      faultsLeft = 0;
      for (const computer of computers) computer.clockOff = 0;
    }
    if (due.length > 0 && wakes < mostWakes) continue;
    const next = Math.min(
      ...computers.map(({ nextAt, clockOff, asleepUntil }) =>
        nextAt === null ? Infinity : Math.max(nextAt - clockOff, asleepUntil),
      ),
    );
    if (!Number.isFinite(next) || wakes >= mostWakes) break;
    if (subject.clock() - begunAt > longestMs) break;
    await pass(Math.max(1, next - subject.clock()));
  }
  await pass(15 * minuteMs);
  const endless = wakes >= mostWakes || subject.clock() - begunAt > longestMs + 60 * minuteMs;
  const verdict = judge({ scene, story, computers, count, endless, wakes });
  scene.subject.close();
  return verdict;
}

/** The rep writes a mail, and sends it to everybody. */
async function start(
  scene: Scene,
  computer: Computer,
  {
    random,
    guard,
    count,
  }: { random: ReturnType<typeof seeded>; guard: GroupParts['guard']; count: number },
): Promise<void> {
  const line = faultLine({
    random,
    places: { seen: new Map(), hit: new Set() },
    share: () => 0,
    strike: async () => {},
  });
  const { group } = programOn(scene, computer, { line, random, planted: null, guard });
  const { subject } = scene;
  subject.saveDraft(
    'source',
    writtenBy(subject.rep, { to: 'kim@initech.example', subject: 'Offer' }),
  );
  const backend = createQueueBackend({
    group: async () => group,
    lastRun: () => null,
    changed: () => {},
  });
  const [source] = await backend.sources();
  const text = Array.from({ length: count }, (_, no) => recipient(no)).join('\n');
  const started = await backend.start(source?.draftId ?? '', { text });
  if (started.kind !== 'started') throw new Error(`not started: ${JSON.stringify(started)}`);
}

/** Whose mail somebody was unsure about when a program ended. */
function noteLate({ stores }: Computer, { late }: Story): void {
  for (const { state, person } of stores.all()) {
    const { kind } = state;
    if (kind === 'drafting' || kind === 'sending' || kind === 'handing-over' || kind === 'unsure') {
      late.add(person.address);
    }
  }
}
