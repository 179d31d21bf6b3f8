import { load } from '@inboxsdk/core';

import type { ComposePort } from '../compose-port.ts';
import { guarded } from '../guarded.ts';
import { composeWindow } from './compose-window.ts';

/** The compose port over InboxSDK. Resolves when Gmail has loaded; never rejects Gmail's page anything. */
export async function inboxSdkComposePort(signal: AbortSignal): Promise<ComposePort> {
  const sdk = await load(2, import.meta.env.INBOXSDK_APP_ID, {
    eventTracking: false,
    globalErrorLogging: false,
    suppressAddonTitle: 'Postrider',
  });
  return {
    account: sdk.User.getEmailAddress().toLowerCase(),
    onWindow(found) {
      const stop = sdk.Compose.registerComposeViewHandler((view) =>
        guarded(() => found(composeWindow(view))),
      );
      signal.addEventListener('abort', stop);
    },
  };
}
