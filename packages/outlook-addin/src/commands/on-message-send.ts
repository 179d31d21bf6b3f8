import { openPaneCommand, say } from '../compose/infobar.ts';
import { recipientsOf } from '../compose/recipients.ts';
import { readSession, remember, type Session } from '../compose/session.ts';
import { whoseMailbox } from '../compose/whose-mailbox.ts';
import type { World } from '../compose/world.ts';
import { budgetWord, refusalsIn, type Refusal } from '../digest/ask-digest.ts';
import { digestKey, type Digest } from '../digest/digest.ts';
import { readDigest } from '../digest/read-digest.ts';
import { readChoice } from '../lanes/follow-choice.ts';
import { followMail } from '../lanes/follow-mail.ts';
import type { Completion } from './complete-once.ts';
import { refusalWords } from './refusal-words.ts';
import { budgetSuffix, overPromptWords } from './status-words.ts';
import { words } from './words.ts';

/** The mail may go. */
export const allowed: Completion = { allowEvent: true };

/**
 * Send was pressed: refuses what the digest forbids, marks a mail that is to be followed and is not yet, and asks about
 * the budget once. Reads and writes nothing but headers and session data: bodies, attachments and saving are what
 * Outlook gets wrong here (office-js #6808, #5345). No token, no network.
 */
export async function onMessageSend(world: World): Promise<Completion> {
  const digest = readDigest(world.setting(digestKey));
  if (digest === null) return allowed;
  const [recipients, whose, session] = await Promise.all([
    recipientsOf(world),
    whoseMailbox(world, digest.aliases),
    readSession(world),
  ]);
  if (whose.kind === 'other') return allowed;
  const refusals = refusalsIn(digest, recipients, world.now());
  if (refusals.length > 0) return refusal(world, refusals);
  await markOnce(world, digest, session);
  return aboutBudget(world, digest, session, recipients.length);
}

/** At most one write for one compose window: where writing starts the event anew (Mac, #6376, #6517) it ends here. */
async function markOnce(world: World, digest: Digest, session: Session): Promise<void> {
  if (session.mailId !== '') return;
  const choice = await readChoice(world, session);
  if (choice === 'off' || (choice === null && !digest.followByDefault)) return;
  // Appending is too late by now (#6908).
  await followMail(world, session, { pixel: null, begun: 'before' });
}

function refusal(world: World, refusals: readonly Refusal[]): Completion {
  return {
    allowEvent: false,
    errorMessage: refusalWords(refusals),
    ...paneButton(world, refusals),
  };
}

async function aboutBudget(
  world: World,
  digest: Digest,
  session: Session,
  recipients: number,
): Promise<Completion> {
  const word = budgetWord(digest, recipients, world.now());
  if (word.kind !== 'over' || session.asked !== '') return allowed;
  // Without it Outlook could only refuse, and an estimate refuses nobody. Nor does it ask twice.
  if (!world.supports('1.14') || !(await remember(world, 'asked', '1'))) {
    await say(world, 'status', budgetSuffix(word).trim());
    return allowed;
  }
  return {
    allowEvent: false,
    errorMessage: overPromptWords(word, world.now()),
    sendModeOverride: 'promptUser',
    ...paneButton(world, []),
  };
}

/** The button in the alert that opens the pane (Mailbox 1.14). */
function paneButton(world: World, refusals: readonly Refusal[]): Completion {
  if (!world.supports('1.14')) return {};
  return {
    cancelLabel: words.openPostrider,
    commandId: openPaneCommand,
    // Text, because classic Outlook took nothing else before Version 2402.
    contextData: JSON.stringify({
      postrider: refusals.length > 0 ? 'refused' : 'over-budget',
      addresses: refusals.map(({ address }) => address),
    }),
  };
}
