import { load } from '@inboxsdk/core';

const sdk = load(2, import.meta.env.INBOXSDK_APP_ID, {
  eventTracking: false,
  globalErrorLogging: false,
});
void sdk.then((s) =>
  s.Compose.registerComposeViewHandler(() => {
    document.documentElement.dataset['postrider'] = 'seen';
  }),
);
