import type { MailId } from '@postrider/shared/domain/ids';
import { type GuardedAddress, refuses } from '@postrider/shared/domain/sending/send-guard';

import { officeWorld } from '../commands/office-world.ts';
import { recipientsOf } from '../compose/recipients.ts';
import { readSession } from '../compose/session.ts';
import { whoseMailbox } from '../compose/whose-mailbox.ts';
import type { World } from '../compose/world.ts';
import { readChoice } from '../lanes/follow-choice.ts';
import { followByHand, followMail, leaveAlone } from '../lanes/follow-mail.ts';
import { readMailId, writeMailId } from '../lanes/mail-id-header.ts';
import { can } from '../office/can.ts';
import { closeDraft, draftSubject, saveDraft } from '../office/compose-draft.ts';
import { currentItem } from '../office/current-item.ts';
import { handOverOpenMail, type SendLaterOutcome } from '../send-later/hand-over-open-mail.ts';
import type { PaneCore } from './pane-core.ts';
import { newMailId, wait } from './platform.ts';

/** The mail that is being written beside the pane. */
export type OpenMailView =
  /** None is. */
  | { readonly kind: 'none' }
  /** Not the rep's own; `address` is empty where Outlook does not say whose. */
  | { readonly kind: 'other'; readonly address: string }
  | {
      readonly kind: 'own';
      /** `locked`: this Outlook cannot mark mail. */
      readonly follow: 'on' | 'off' | 'locked';
      readonly recipients: readonly string[];
      /** Recipients with something in the way. */
      readonly obstacles: readonly GuardedAddress[];
    };

const none: OpenMailView = { kind: 'none' };

/** Reads how the mail stands that is being written. */
export async function readOpenMail(core: PaneCore): Promise<OpenMailView> {
  const { connection, panel, open } = core;
  if (currentItem().kind !== 'writing') return none;
  const world = officeWorld();
  if (world === null) return none;
  const aliases = connection.addresses().filter((address) => address !== open.address);
  const [whose, recipients, mailId] = await Promise.all([
    whoseMailbox(world, aliases),
    recipientsOf(world),
    readMailId(world),
  ]);
  if (whose.kind === 'other') return { kind: 'other', address: whose.address };
  const isMarked = mailId.kind === 'ok' && mailId.value !== null;
  const isFollowed = isMarked || (mailId.kind === 'ok' && (await markByDefault(core, world)));
  return {
    kind: 'own',
    follow: mailId.kind === 'unsupported' ? 'locked' : isFollowed ? 'on' : 'off',
    recipients,
    obstacles: await panel.guardFor(recipients),
  };
}

/** Marks a mail of which nobody has said anything yet, where mail is followed by default: not every Outlook has the event for it. */
async function markByDefault(core: PaneCore, world: World): Promise<boolean> {
  if (!core.followByDefault()) return false;
  const session = await readSession(world);
  if ((await readChoice(world, session)) !== null) return false;
  const followed = await followMail(world, session, { pixel: null, begun: 'before' });
  return followed.kind === 'followed';
}

/** Turns the switch of the mail that is being written; gives whether Outlook took it. */
export async function setFollow(on: boolean): Promise<boolean> {
  const world = officeWorld();
  if (world === null) return false;
  if (!on) return (await leaveAlone(world)) === 'left-alone';
  const followed = await followByHand(world, await readSession(world), null);
  return followed.kind === 'followed';
}

/** Hands the mail that is being written over to Exchange, to leave at an instant (epoch ms), and closes its window. */
export async function sendOpenMailLater(
  { connection, later, panel }: PaneCore,
  leavesAt: number,
): Promise<SendLaterOutcome> {
  const current = currentItem();
  const world = officeWorld();
  if (current.kind !== 'writing' || world === null) return { kind: 'gone' };
  const { item } = current;
  const recipients = await recipientsOf(world);
  // Nobody presses Send, so that nothing else checks them.
  const forbidden = (await panel.guardFor(recipients)).find(({ obstacle }) => refuses(obstacle));
  if (forbidden !== undefined) return { kind: 'forbidden', address: forbidden.address };
  const carried = await readMailId(world);
  const follow = carried.kind !== 'ok' || carried.value !== null;
  const outcome = await handOverOpenMail(
    { later, drafts: connection.mailbox.drafts, wait },
    {
      recipients,
      subject: await draftSubject(item),
      follow,
      mailId: carried.kind === 'ok' ? (carried.value ?? (await mark(world))) : null,
      save: async () => {
        const saved = await saveDraft(item);
        return saved.kind === 'ok' ? saved.value : null;
      },
    },
    leavesAt,
  );
  if (outcome.kind === 'held') closeDraft(item);
  return outcome;
}

/** A mail that is not followed is marked too: the mark is how its draft is found on the server. */
async function mark(world: World): Promise<MailId | null> {
  const mailId = newMailId();
  const written = await writeMailId(world, mailId);
  return written.kind === 'ok' ? mailId : null;
}

/** Whether Outlook itself stops mail to suppressed and blocked addresses when Send is pressed. */
export const checksAtSend = (): boolean => can('check-at-send');

/** Whether the ribbon's “Track and send” sends by itself. */
export const sendsByButton = (): boolean => can('send');
