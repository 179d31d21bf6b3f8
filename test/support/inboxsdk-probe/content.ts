import * as InboxSDK from '@inboxsdk/core';

declare const APP_ID: string;

/** Writes what InboxSDK reports into the page, where the test reads it. */
function note(word: string, value: unknown): void {
  const root = document.documentElement;
  const noted: unknown[] = JSON.parse(root.dataset['probe'] ?? '[]');
  root.dataset['probe'] = JSON.stringify([...noted, [word, value]]);
}

async function noteSent(sent: {
  getMessageID: () => Promise<string>;
  getThreadID: () => Promise<string>;
}): Promise<void> {
  note('sent', { id: await sent.getMessageID(), threadId: await sent.getThreadID() });
}

async function watch(): Promise<void> {
  const sdk = await InboxSDK.load(2, APP_ID, { globalErrorLogging: false, eventTracking: false });
  note('loaded', sdk.User.getEmailAddress());
  sdk.Compose.registerComposeViewHandler((compose) => {
    note('compose', { inline: compose.isInlineReplyForm() });
    compose.addStatusBar({ height: 28 }).el.textContent = 'Probe';
    compose.registerRequestModifier(({ body }) => ({ body: `${body}<!--probe-->` }));
    compose.on('draftSaved', () => note('draftSaved', null));
    compose.on('presending', () => note('presending', null));
    compose.on('sent', (event) => void noteSent(event));
  });
}

void watch();
