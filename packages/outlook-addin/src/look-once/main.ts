import { openOnce } from '../core/open-pane.ts';

/** Where the page that loaded this script waits for the end of the look. */
const result = 'postriderLookedOnce';

Reflect.set(globalThis, result, lookOnce());

/** One look in the hidden page of an event, over the same stores as the pane; nothing is shown. */
async function lookOnce(): Promise<void> {
  const { state } = await openOnce(() => {});
  if (state.kind === 'open') await state.core.lookOnce();
}
