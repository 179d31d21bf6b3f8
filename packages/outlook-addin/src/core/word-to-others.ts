/** Word between the panes and windows of one mailbox that what they show has changed. */
export type WordToOthers = {
  tell(): void;
  /** Calls back when another pane tells. */
  hear(listener: () => void): void;
};

/** Over a BroadcastChannel, which never gives back its own word; where there is none, each pane is by itself. */
export function wordToOthers(name: string): WordToOthers {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, hear: () => {} };
  const channel = new BroadcastChannel(name);
  return {
    // A channel has no target: it is of one origin.
    tell: () => channel.postMessage('changed'),
    hear: (listener) => channel.addEventListener('message', () => listener()),
  };
}
