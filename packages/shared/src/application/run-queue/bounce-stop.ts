import type { MailEvent } from '../../domain/analytics/event.ts';
import type { GroupId } from '../../domain/ids.ts';
import { bounceStop } from '../../domain/sending/tables/bulk-defaults.ts';
import type { Clock } from '../ports/clock.ts';
import type { Outbox } from '../ports/outbox.ts';

/** What counting bounces works with. */
export type BounceStopParts = {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly changed: () => void;
};

/**
 * Marks a mail of a group that came back for good, and pauses the group where too many have: providers close mailboxes
 * whose lists are bad. A notice that nobody vouches for stops nothing, since anybody could have written it.
 */
export async function countBounce(
  { outbox, clock, changed }: BounceStopParts,
  { mailId, bounce }: Extract<MailEvent, { readonly kind: 'bounced' }>,
): Promise<void> {
  if (mailId === null || !bounce.hard || bounce.doubt !== undefined) return;
  const mail = await outbox.mail(mailId);
  if (mail === null || mail.group === null) return;
  if (mail.bounced === undefined) {
    await outbox.put([{ ...mail, bounced: true, changedAt: clock() }]);
  }
  const group = await outbox.group(mail.group.id);
  if (group?.state.kind !== 'running' || !(await bouncesTooMuch(outbox, group.id))) return;
  await outbox.putGroup({ ...group, state: { kind: 'paused', by: 'bounces' } });
  changed();
}

async function bouncesTooMuch(outbox: Outbox, id: GroupId): Promise<boolean> {
  const left = (await outbox.ofGroup(id)).filter(({ state }) => state.kind === 'sent');
  const bounced = left.filter((mail) => mail.bounced === true).length;
  return left.length >= bounceStop.after && bounced >= left.length * bounceStop.share;
}
