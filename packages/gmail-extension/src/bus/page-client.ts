import { ask, type Asked } from './ask.ts';
import type { PageAnswers, PageRequests } from './catalogue.ts';
import { changedWord } from './envelope.ts';

/** Asks the worker from Gmail's page; every message of the page may be repeated. */
export function askFromPage<Kind extends keyof PageRequests>(
  kind: Kind,
  request: PageRequests[Kind],
): Promise<Asked<PageAnswers[Kind]>> {
  return ask(kind, request, { repeatable: true });
}

/** Calls back when the worker says that something changed, until the signal ends it. */
export function onWorkerChange(listener: () => void, signal: AbortSignal): void {
  const heard = (message: unknown) => {
    if (isChangedWord(message)) listener();
  };
  chrome.runtime.onMessage.addListener(heard);
  // An orphaned script has no chrome.runtime left to take the listener from.
  signal.addEventListener('abort', () => chrome.runtime?.onMessage?.removeListener(heard));
}

function isChangedWord(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'postrider' in message &&
    'kind' in message &&
    message.kind === changedWord.kind
  );
}
