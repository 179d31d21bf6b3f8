import { askOffice } from '../compose/ask-office.ts';
import { say, unsay } from '../compose/infobar.ts';
import { recipientsOf } from '../compose/recipients.ts';
import { readSession } from '../compose/session.ts';
import { whoseMailbox } from '../compose/whose-mailbox.ts';
import type { World } from '../compose/world.ts';
import { refusalsIn } from '../digest/ask-digest.ts';
import { digestKey } from '../digest/digest.ts';
import { readDigest } from '../digest/read-digest.ts';
import { followByHand } from '../lanes/follow-mail.ts';
import { warningWords } from './refusal-words.ts';
import { followedWords } from './status-words.ts';
import { words } from './words.ts';

/** The rep chose Track and send: marks the mail and has Outlook send it, or says that Send is the rep's to press. */
export async function trackAndSend(world: World): Promise<void> {
  const digest = readDigest(world.setting(digestKey));
  const [recipients, whose, session] = await Promise.all([
    recipientsOf(world),
    whoseMailbox(world, digest?.aliases ?? []),
    readSession(world),
  ]);
  if (whose.kind === 'other') return say(world, 'status', words.otherMailbox(whose.address));
  const refusals = digest === null ? [] : refusalsIn(digest, recipients, world.now());
  if (refusals.length > 0) return say(world, 'warning', warningWords(refusals));
  await unsay(world, 'warning');
  const followed = await followByHand(world, session, digest?.pixel ?? null);
  if (followed.kind !== 'followed') return say(world, 'warning', followedWords(followed));
  const leavesLater = await hasSchedule(world);
  if (leavesLater) return say(world, 'status', words.pressSendAtItsTime);
  // Before the call: where Outlook sends, nothing that comes after it is sure to run.
  await say(world, 'status', words.pressSend);
  return send(world);
}

/** An unknown schedule counts as none only where this Outlook has no schedules at all. */
async function hasSchedule(world: World): Promise<boolean> {
  const { delayDeliveryTime } = world.item;
  if (delayDeliveryTime === undefined || !world.supports('1.13')) return false;
  const answer = await askOffice<unknown>(world, (done) => delayDeliveryTime.getAsync(done));
  // sendAsync may lose the schedule and send at once (#6413). Outlook gives 0 where there is none.
  return answer.kind !== 'ok' || (answer.value !== 0 && answer.value !== null);
}

async function send(world: World): Promise<void> {
  const { item } = world;
  if (item.sendAsync === undefined || !world.supports('1.15')) return;
  const sent = await askOffice<unknown>(world, (done) => item.sendAsync?.(done));
  // No answer is what a mail that left looks like, too: the words that stand there are right for both.
  if (sent.kind === 'failed') await say(world, 'status', words.pressSendYourself);
}
