import { say, sayWithPane } from '../compose/infobar.ts';
import { readSession } from '../compose/session.ts';
import { whoseMailbox } from '../compose/whose-mailbox.ts';
import type { World } from '../compose/world.ts';
import { budgetWord, isFresh } from '../digest/ask-digest.ts';
import { digestKey, type Digest } from '../digest/digest.ts';
import { readDigest } from '../digest/read-digest.ts';
import { readChoice } from '../lanes/follow-choice.ts';
import { followMail } from '../lanes/follow-mail.ts';
import { budgetSuffix, followedWords } from './status-words.ts';
import { dayAndTime } from './time-words.ts';
import { words } from './words.ts';

/** A mail was begun: marks it where the company follows by default, and says in the infobar how it stands. */
export async function onNewMessageCompose(world: World): Promise<void> {
  const digest = readDigest(world.setting(digestKey));
  const whose = await whoseMailbox(world, digest?.aliases ?? []);
  if (whose.kind === 'other') return say(world, 'status', words.otherMailbox(whose.address));
  if (digest === null) return sayWithPane(world, words.notSetUp, words.openPostrider);
  const status = await followByDefault(world, digest);
  if (!isFresh(digest, world.now())) {
    return sayWithPane(world, words.stale(dayAndTime(digest.writtenAt)), words.openPostrider);
  }
  return say(world, 'status', status + budgetSuffix(budgetWord(digest, 1, world.now())));
}

async function followByDefault(world: World, digest: Digest): Promise<string> {
  const session = await readSession(world);
  const choice = await readChoice(world, session);
  if (choice === 'off') return words.notFollowedByHand;
  if (choice === null && !digest.followByDefault) return words.notFollowed;
  return followedWords(await followMail(world, session, { pixel: digest.pixel, begun: 'fresh' }));
}
