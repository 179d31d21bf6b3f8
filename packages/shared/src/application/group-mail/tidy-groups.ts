import type { GroupMail, OutboxState } from '../ports/outbox.ts';
import type { GroupParts } from './group-parts.ts';
import { groupSubject } from './source-mail.ts';

type TidyParts = Pick<GroupParts, 'account' | 'mailbox' | 'outbox' | 'clock'>;

/** So long after the last mail of a group a late notice may still put one back, ms. */
const lateMs = 48 * 3_600_000;

const done: ReadonlySet<OutboxState['kind']> = new Set(['sent', 'refused', 'cancelled']);

/** Removes the drafts of group mails that are over. What fails is tried the next time: nobody waits for it. */
export async function tidyGroups(parts: TidyParts): Promise<void> {
  const { account, mailbox, outbox } = parts;
  const kept = await mailbox.drafts.beginning(groupSubject);
  if (kept.kind !== 'ok') return;
  const there = new Set(kept.value.map(({ id }) => id));
  for (const group of await outbox.groups(account)) {
    const { draftId } = group.source;
    if (!there.has(draftId) || !(await isOver(parts, group))) continue;
    const gone = await mailbox.drafts.remove(draftId);
    if (gone.kind !== 'ok') return;
  }
}

/** Whether nobody needs the draft of a group any more. */
export async function isOver(
  { outbox, clock }: Pick<TidyParts, 'outbox' | 'clock'>,
  group: GroupMail,
): Promise<boolean> {
  if (group.state.kind === 'cancelled') return true;
  const mails = await outbox.ofGroup(group.id);
  const isDone = mails.every(({ state: { kind } }) => done.has(kind));
  const last = mails.reduce((most, { changedAt }) => Math.max(most, changedAt), group.createdAt);
  return isDone && clock() - last > lateMs;
}
