import { randomBytes } from 'node:crypto';

import { writtenBy } from '../contract/support/mailbox-subject.ts';
import type { Computer } from './computer.ts';
import { type FaultKind, type Line, type Moment } from './fault-line.ts';
import { memoryStores } from './memory-stores.ts';
import type { Random } from './random.ts';
import type { Scene } from './senders.ts';
import type { Story } from './story.ts';

const minuteMs = 60_000;

/** What a fault has at hand. */
export type StrikeTools = {
  readonly scene: Scene;
  readonly story: Story;
  readonly random: Random;
  readonly computers: readonly Computer[];
  /** The one on which the group mail was started: it alone loses its store. */
  readonly desk: Computer;
  readonly recipients: () => readonly string[];
  /** A program begins on this computer, beside whatever runs there. */
  readonly wake: (computer: Computer) => void;
  readonly pass: (ms: number) => Promise<void>;
};

/** Where a fault strikes. */
export type Struck = {
  readonly line: Line;
  readonly computer: Computer;
  readonly name: string;
  readonly moment: Moment;
};

/** The line was cut, as `fetch` says it. */
class LineCut extends TypeError {
  override readonly name = 'LineCut';
}

/** Makes the faults of one run. Clocks jump in some runs, and times are named in the others: both at once prove nothing. */
export function createStrikes(tools: StrikeTools): { strike(struck: Struck): Promise<void> } {
  const { scene, story, random, computers, desk, wake, pass } = tools;
  const { subject } = scene;
  const jumps = random.chance(0.5);
  let handWrittenAt = -Infinity;
  let lost = false;

  const onCall = (): readonly [FaultKind, ...FaultKind[]] => [
    'lost-answer',
    'lost-answer',
    'server-error',
    'rate-limited',
    jumps ? 'server-error' : 'rate-limited-until',
    'token-expired',
  ];
  const anywhere = (): readonly [FaultKind, ...FaultKind[]] => [
    'kill',
    'kill',
    'duplicate-worker',
    'second-machine',
    jumps ? 'clock-jump' : 'kill',
    'sleep',
    'slow',
    'draft-edited',
    'draft-deleted',
    'hand-written',
    'storage-lost',
  ];

  /** A draft of ours that waits for its recipient. */
  function someDraft() {
    const drafts = subject.drafts().flatMap(({ id, raw }) => {
      const to = /^To: .*?(p\d+@initech\.example)/m.exec(raw.toString())?.[1];
      return to === undefined || !/^x-postrider-mail:/im.test(raw.toString()) ? [] : [{ id, to }];
    });
    const [first, ...others] = drafts;
    return first === undefined ? null : random.pick([first, ...others]);
  }

  async function carryOut(kind: FaultKind, { line, computer, moment }: Struck): Promise<void> {
    switch (kind) {
      case 'kill':
        line.end();
        return;
      case 'lost-answer':
        // Outlook's own door to a server never throws: what is lost there it says in words of its own.
        if (scene.sender !== 'exchange-server') throw new LineCut('Failed to fetch');
        if (moment === 'before') subject.trouble({ kind: 'silence', after: random.chance(0.5) });
        return;
      case 'duplicate-worker':
        wake(computer);
        return;
      case 'second-machine':
        for (const other of computers) if (other !== computer) wake(other);
        return;
      case 'clock-jump': {
        const back = computer.clockOff !== 0 && random.chance(0.6);
        const by = random.between(-150, 150) * minuteMs + random.between(0, 50_000);
        computer.clockOff = back ? 0 : by;
        // Alarms are at times of the clock; Chrome fires those that are past at once.
        if (computer.nextAt !== null)
          computer.nextAt = Math.min(computer.nextAt, subject.clock() + by);
        return;
      }
      case 'sleep': {
        // The lid is closed in the middle of it, and everything goes on where it was once it is opened.
        const sleptMs = random.between(1, 40) * minuteMs;
        const others = computers.filter((one) => one !== computer);
        for (let left = sleptMs; left > 0; left -= 5 * minuteMs) {
          await pass(Math.min(left, 5 * minuteMs));
          for (const other of others) {
            if (other.asleepUntil <= subject.clock() && other.nextAt !== null) wake(other);
          }
        }
        return;
      }
      case 'slow':
        await pass(random.between(100, 20_000));
        return;
      case 'draft-edited': {
        const draft = someDraft();
        if (draft === null) return;
        story.late.add(draft.to);
        scene.edit(draft.id);
        return;
      }
      case 'draft-deleted': {
        const draft = someDraft();
        if (draft === null) return;
        story.late.add(draft.to);
        story.deleted.add(draft.to);
        subject.erase(draft.id);
        return;
      }
      case 'rate-limited':
        subject.trouble({
          kind: random.chance(0.5) ? 'rate-limited' : 'sending-limit',
          retryAt: null,
        });
        return;
      case 'rate-limited-until': {
        const from = subject.clock();
        const until = from + random.between(2, 12) * minuteMs;
        subject.trouble({ kind: 'rate-limited', retryAt: until });
        if (moment === 'before') story.closed.push({ from, until, line });
        return;
      }
      case 'server-error':
        subject.trouble({ kind: 'server-error' });
        return;
      case 'token-expired':
        subject.expireToken();
        return;
      case 'hand-written': {
        if (subject.clock() - handWrittenAt < 21 * minuteMs) return;
        handWrittenAt = subject.clock();
        const raw = writtenBy(subject.rep, { to: 'dana@customer.example' });
        await subject.send(`hand-${randomBytes(4).toString('hex')}`, raw);
        return;
      }
      case 'storage-lost':
        if (computer !== desk || lost || desk.working !== line) return;
        lost = true;
        line.end();
        story.closed.length = 0;
        desk.stores = memoryStores();
        desk.name = 'desk2';
        return;
    }
  }

  return {
    async strike(struck) {
      const { name, moment } = struck;
      const isCall = name.startsWith('call ');
      const kind = isCall && random.chance(0.6) ? random.pick(onCall()) : random.pick(anywhere());
      // What the provider answers is decided before it is asked; only an answer can be lost after.
      const isLate = moment === 'after' && isCall && onCall().includes(kind);
      const now = isLate ? 'lost-answer' : kind;
      story.struck.push(
        `${new Date(subject.clock()).toISOString()} ${struck.computer.name} ${now} ${moment} ${name}`,
      );
      await carryOut(now, struck);
    },
  };
}
