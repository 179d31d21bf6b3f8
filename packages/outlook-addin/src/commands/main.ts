import type { World } from '../compose/world.ts';
import { completeOnce, type CommandEvent, type Completion } from './complete-once.ts';
import { lookOnce } from './look-once.ts';
import { after, officeWorld } from './office-world.ts';
import { allowed, onMessageSend } from './on-message-send.ts';
import { onNewMessageCompose } from './on-new-message-compose.ts';
import { onMessageRecipientsChanged } from './on-recipients-changed.ts';
import { trackAndSend } from './track-and-send.ts';

/** Outlook warns the rep after 5 s of OnMessageSend; before that the mail goes, checked or not. */
const sendMs = 4000;
const otherMs = 30_000;
const done: Completion = {};

// The library tells Outlook that the page is ready only where somebody asks; classic Outlook has no page and may lack it.
if (typeof Office.onReady === 'function') void Office.onReady();

// At the top, at once: classic Outlook runs neither Office.onReady nor anything later before it starts a function.
Office.actions.associate('onMessageSend', (event: CommandEvent) =>
  completeOnce(event, after, sendMs, allowed, async () => {
    const world = officeWorld();
    return world === null ? allowed : onMessageSend(world);
  }),
);
associate('onNewMessageCompose', async (world) => {
  await onNewMessageCompose(world);
  await lookOnce();
});
associate('onMessageRecipientsChanged', onMessageRecipientsChanged);
associate('trackAndSend', trackAndSend);
// The page of every other Outlook: the library starts no function before its page has said that it is ready.
if (typeof document !== 'undefined') void Office.onReady();

function associate(name: string, work: (world: World) => Promise<void>): void {
  Office.actions.associate(name, (event: CommandEvent) =>
    completeOnce(event, after, otherMs, done, async () => {
      const world = officeWorld();
      if (world !== null) await work(world);
      return done;
    }),
  );
}
