import type { MessageData } from '../../page-data.ts';
import { server } from '../ask-server.ts';
import { harmlessHtml } from '../harmless-html.ts';
import { undoMs } from '../page-globals.ts';
import { toast } from '../toast.ts';
import { answerDraft } from './answer-draft.ts';
import type { ComposeWindow } from './compose-window.ts';
import { openComposeWindow } from './compose-window.ts';
import type { Draft } from './draft.ts';
import { emptyDraft, openedDraft } from './draft.ts';
import type { SyncIds } from './send-sync.ts';

/** The compose windows that are open, and the ways to open one. */
export type ComposeDesk = {
  readonly composeNew: () => void;
  /** Opens a draft of the mailbox; comes to the front where it is open already. */
  readonly openDraft: (message: MessageData) => void;
  readonly answer: (kind: 'reply' | 'reply all' | 'forward', message: MessageData) => void;
};

/** Keeps the compose windows. `changed` runs when one has changed the mailbox. */
export function composeDesk({ changed }: { readonly changed: () => void }): ComposeDesk {
  const open = new Map<string, ComposeWindow>();

  function show(draft: Draft): void {
    const known = open.get(draft.key);
    if (known !== undefined) {
      known.focus();
      return;
    }
    open.set(draft.key, openComposeWindow(draft, events));
    showInAddress();
  }

  const events = {
    saved: changed,
    closed: (key: string) => {
      open.delete(key);
      showInAddress();
    },
    discarded: (key: string) => void discard(key),
    sent,
    failed: show,
  };

  async function discard(key: string): Promise<void> {
    await server.discard(key);
    toast('Draft discarded.');
    changed();
  }

  function sent({ id, threadId }: SyncIds): void {
    toast(
      'Message sent',
      [
        { label: 'Undo', id: 'link_undo', run: () => void undo(id) },
        {
          label: 'View message',
          id: 'link_vsm',
          run: () => {
            location.hash = `#sent/${threadId}`;
          },
        },
      ],
      undoMs,
    );
    changed();
  }

  async function undo(id: string): Promise<void> {
    try {
      const message = await server.undo(id);
      toast('Sending undone.');
      show(openedDraft(message, harmlessHtml(message.html ?? '')));
    } catch {
      toast('Too late to undo: the message has been sent.');
    }
    changed();
  }

  // As Gmail does, without a step in the history: ?compose= names the open windows.
  function showInAddress(): void {
    const place = location.hash.replace(/\?.*$/, '') || '#inbox';
    const suffix = open.size === 0 ? '' : '?compose=new';
    history.replaceState(history.state, '', `${place}${suffix}`);
  }

  return {
    composeNew: () => show(emptyDraft()),
    openDraft: (message) => {
      const html = message.html === null ? textAsHtml(message.text) : harmlessHtml(message.html);
      show(openedDraft(message, html));
    },
    answer: (kind, message) => show(answerDraft(kind, message)),
  };
}

function textAsHtml(text: string): string {
  const holder = document.createElement('div');
  holder.textContent = text;
  return holder.innerHTML.replaceAll('\n', '<br>');
}
