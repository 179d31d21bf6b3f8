import { gmailBase, rememberedBase } from './gmail-tabs.ts';

/**
 * Shows a conversation in Gmail: in a tab that shows this account already, else in a new one. The account is told
 * by the `/u/<n>/` under which it was last seen, so that no address stands in a URL.
 */
export async function openMail(account: string, threadId: string): Promise<void> {
  const place = `#all/${threadId}`;
  for (const tab of await chrome.tabs.query({ url: 'https://mail.google.com/mail/*' })) {
    const base = gmailBase(tab.url ?? '');
    // A window of its own may hold a mail that is being written.
    if (base === null || new URL(tab.url ?? '').pathname.endsWith('/popout')) continue;
    if (tab.id === undefined || !shows(tab.title ?? '', account)) continue;
    await chrome.tabs.update(tab.id, { url: base + place, active: true });
    await chrome.windows.update(tab.windowId, { focused: true });
    return;
  }
  await chrome.tabs.create({ url: (await rememberedBase(account)) + place });
}

/** Gmail's title ends in "… - ana@acme.com - Acme Mail", whatever the language. */
function shows(title: string, account: string): boolean {
  return title.toLowerCase().split(/\s+/).includes(account);
}
