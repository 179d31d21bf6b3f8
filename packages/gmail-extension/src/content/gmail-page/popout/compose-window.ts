import { composeKind } from '../compose-kind.ts';
import type { ComposeListener, ComposeWindow } from '../compose-port.ts';
import { draftKeyIn } from '../draft-key.ts';
import { fromInput, sendAndArchive, sendButtons, statusArea } from '../gmail-selectors.ts';
import { guarded } from '../guarded.ts';
import { recipientsIn, removeChips } from '../recipient-chips.ts';
import { onSendPress } from './send-press.ts';

/** A compose window of ours, and how the port tells it what it sees. */
export type PopOutWindow = {
  readonly compose: ComposeWindow;
  /** Something in the page has changed. */
  look(): void;
  /** It is no longer in the page. */
  gone(): void;
  /** The page goes, and the window with it. */
  pageLeft(): void;
};

/** Reads one compose form of Gmail's as our compose window. */
export function popOutWindow(root: HTMLElement, signal: AbortSignal): PopOutWindow {
  let listener: ComposeListener = {};
  const compose: ComposeWindow = {
    draftKey: () => draftKeyIn(root),
    threadId: () => null,
    recipients: () => recipientsIn(root),
    subject: () => root.querySelector<HTMLInputElement>('input[name="subjectbox"]')?.value ?? '',
    from: () => root.querySelector<HTMLInputElement>(fromInput)?.value.toLowerCase() || null,
    kind: () => composeKind(root),
    removeRecipients(addresses) {
      removeChips(root, new Set(addresses));
      const left = recipientsIn(root);
      return !addresses.some((address) => left.includes(address));
    },
    isOpen: () => root.isConnected,
    send: () => press(sendButton(root)),
    mountStrip: (strip) => (root.querySelector(statusArea) ?? root).append(strip),
    listen(given) {
      listener = given;
    },
  };
  onSendPress(root, signal, (cancel, how) => listener.presending?.(cancel, how));

  const state = () => [compose.kind(), compose.from(), ...compose.recipients()].join('\n');
  let key = compose.draftKey();
  let before = state();
  return {
    compose,
    look() {
      const keyNow = compose.draftKey();
      if (keyNow !== null && keyNow !== key) {
        key = keyNow;
        guarded(() => listener.draftNamed?.(keyNow));
      }
      const now = state();
      if (now === before) return;
      before = now;
      guarded(() => listener.changed?.());
    },
    gone: () => guarded(() => listener.closed?.()),
    pageLeft: () => guarded(() => listener.pageLeft?.()),
  };
}

function sendButton(root: ParentNode): Element | undefined {
  return [...root.querySelectorAll(sendButtons)].find((button) => !button.matches(sendAndArchive));
}

/** Gmail's buttons listen to the whole press, not to the click alone. */
function press(button: Element | undefined): void {
  for (const type of ['mousedown', 'mouseup', 'click'] as const) {
    button?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window }));
  }
}
