import type { DraftId } from '../../domain/ids.ts';
import type { OutboxMail } from '../ports/outbox.ts';
import type { Outcome } from '../ports/outcome.ts';
import { become } from './become.ts';
import { laterMail } from './later-mail.ts';
import type { QueueParts } from './queue-parts.ts';

const done: Outcome<null> = { kind: 'ok', value: null };

/** Takes over a draft that carries a mail's id already, whoever made it; where the provider holds it, it is known as held. */
export async function adopt(
  parts: QueueParts,
  mail: OutboxMail,
  draftId: DraftId,
): Promise<Outcome<null>> {
  const { carriage, mailbox } = parts;
  const { deferredSend } = mailbox.capabilities;
  if (mail.state.kind === 'held') return done;
  if (carriage.kind === 'hand-over' && deferredSend.kind === 'yes') {
    const read = await deferredSend.means.state(draftId);
    if (read.kind !== 'ok') return read;
    const state = read.value;
    if (state.kind === 'left' || state.kind === 'gone') return done;
    if (state.kind === 'held') {
      const { leavesAt } = state;
      const saved = { kind: 'saved', id: draftId } as const;
      const held = await carriage.deferred.handOver(laterMail(mail), saved, leavesAt);
      if (held.kind === 'waiting') return held.problem;
      if (held.kind === 'held') await become(parts, mail, { kind: 'held', leavesAt });
      return done;
    }
    if (mail.state.kind === 'handing-over') return done;
  }
  await become(parts, mail, { kind: 'drafted', draftId });
  return done;
}
