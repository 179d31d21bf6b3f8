import * as v from 'valibot';

const changedWord = { postrider: 1, kind: 'changed' } as const;
const schema = v.object({ postrider: v.literal(1), kind: v.literal('changed') });

/** Calls back when the worker says that something changed; gives back how to stop that. */
export function hearChanged(listener: () => void): () => void {
  const heard = (message: unknown) => {
    if (v.is(schema, message)) listener();
  };
  chrome.runtime.onMessage.addListener(heard);
  // An orphaned content script has no chrome.runtime left to take the listener from.
  return () => chrome.runtime?.onMessage?.removeListener(heard);
}

/** Tells our own pages and Gmail's tabs that there may be something else to show; they ask for it themselves. */
export function tellChanged(): void {
  // Rejects while no page of ours is open, and that is all the rejection says.
  void chrome.runtime.sendMessage(changedWord).catch(() => undefined);
  void tellTabs();
}

async function tellTabs(): Promise<void> {
  const tabs = await chrome.tabs.query({ url: 'https://mail.google.com/*' });
  for (const { id } of tabs) {
    // A tab that was open before the install has no script of ours that could hear it.
    if (id !== undefined) void chrome.tabs.sendMessage(id, changedWord).catch(() => undefined);
  }
}
