/** Who sent a message. */
export type SenderKind = 'page' | 'panel' | 'stranger';

type Sender = Pick<chrome.runtime.MessageSender, 'id' | 'origin' | 'frameId' | 'tab'>;

/** Tells by the browser's word, never by the message's, whether Gmail's page or a page of ours is asking. */
export function senderKind(sender: Sender, extensionId: string): SenderKind {
  if (sender.id !== extensionId) return 'stranger';
  if (sender.origin === `chrome-extension://${extensionId}`) return 'panel';
  const topFrame = sender.tab !== undefined && sender.frameId === 0;
  return topFrame && sender.origin === 'https://mail.google.com' ? 'page' : 'stranger';
}
