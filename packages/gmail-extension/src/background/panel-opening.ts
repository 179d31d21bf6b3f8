/** Lets the toolbar button open the side panel. */
export function openPanelFromToolbar(): void {
  void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}

/**
 * Opens the side panel beside a Gmail tab. Chrome allows it only in answer to a click, so nothing may be awaited
 * before; where it refuses all the same, the panel opens as a tab.
 */
export function openPanelBeside(sender: chrome.runtime.MessageSender): void {
  const windowId = sender.tab?.windowId;
  if (windowId === undefined) return;
  chrome.sidePanel.open({ windowId }).catch(() => {
    void chrome.tabs.create({ url: chrome.runtime.getURL('side-panel/index.html') });
  });
}
