import { askOffice } from './ask-office.ts';
import type { InfobarMessage } from './compose-item.ts';
import type { World } from './world.ts';

/** The two places in the infobar: what holds for this mail, and what is wrong with it. */
export type InfobarPlace = 'status' | 'warning';

/** Outlook refuses longer ones (`NotificationMessageDetails.message`). */
const longest = 150;

/** Id of the image in manifest.xml that stands before our words. */
export const icon = 'Icon.16';

/** Id of the button in manifest.xml that opens the pane in a compose window. */
export const openPaneCommand = 'postrider.open.compose';

/** Says something in the infobar, in the place of what stood there. Outlooks without one (Mailbox below 1.3) stay silent. */
export async function say(world: World, place: InfobarPlace, text: string): Promise<void> {
  const message = clipped(text);
  await show(
    world,
    place,
    place === 'warning'
      ? { type: 'errorMessage', message }
      : { type: 'informationalMessage', message, icon, persistent: false },
  );
}

/** Says something with a button that opens the pane, where this Outlook can (Mailbox 1.10). */
export async function sayWithPane(world: World, text: string, button: string): Promise<void> {
  const shown =
    world.supports('1.10') &&
    (await show(world, 'status', {
      type: 'insightMessage',
      message: clipped(text),
      icon,
      actions: [
        {
          actionType: 'showTaskPane',
          actionText: button,
          commandId: openPaneCommand,
          contextData: {},
        },
      ],
    }));
  if (!shown) await say(world, 'status', text);
}

/** Takes away what was said; that nothing was is no fault. */
export async function unsay(world: World, place: InfobarPlace): Promise<void> {
  const bar = world.item.notificationMessages;
  await askOffice<unknown>(world, bar && ((done) => bar.removeAsync(keyOf(place), done)));
}

async function show(world: World, place: InfobarPlace, message: InfobarMessage): Promise<boolean> {
  const bar = world.item.notificationMessages;
  const answer = await askOffice<unknown>(
    world,
    bar && ((done) => bar.replaceAsync(keyOf(place), message, done)),
  );
  return answer.kind === 'ok';
}

function keyOf(place: InfobarPlace): string {
  return `postrider.${place}`;
}

function clipped(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
