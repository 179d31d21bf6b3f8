import { server } from './ask-server.ts';
import { composeDesk } from './compose/compose-desk.ts';
import { toast } from './toast.ts';

const readFor = 1500;

/** Shows one draft in a window of its own, which closes itself when the mail is sent, saved or thrown away. */
export async function startPopout(key: string): Promise<void> {
  const desk = composeDesk({
    changed: () => {},
    left: () => window.setTimeout(() => window.close(), readFor),
  });
  try {
    desk.openDraft(await server.draftUnder(key), 'popout');
  } catch {
    toast('This draft no longer exists.');
  }
}
