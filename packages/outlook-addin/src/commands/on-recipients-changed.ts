import { say, unsay } from '../compose/infobar.ts';
import { recipientsOf } from '../compose/recipients.ts';
import { whoseMailbox } from '../compose/whose-mailbox.ts';
import type { World } from '../compose/world.ts';
import { refusalsIn } from '../digest/ask-digest.ts';
import { digestKey } from '../digest/digest.ts';
import { readDigest } from '../digest/read-digest.ts';
import { warningWords } from './refusal-words.ts';

/** Recipients came or went: says at once what would stop the mail at Send, and takes it back when it no longer would. */
export async function onMessageRecipientsChanged(world: World): Promise<void> {
  const digest = readDigest(world.setting(digestKey));
  // It may have gone since the warning was given: who disconnects is warned of nothing any more.
  if (digest === null) {
    await unsay(world, 'warning');
    return;
  }
  const [recipients, whose] = await Promise.all([
    recipientsOf(world),
    whoseMailbox(world, digest.aliases),
  ]);
  const refusals = whose.kind === 'own' ? refusalsIn(digest, recipients, world.now()) : [];
  await (refusals.length === 0
    ? unsay(world, 'warning')
    : say(world, 'warning', warningWords(refusals)));
}
