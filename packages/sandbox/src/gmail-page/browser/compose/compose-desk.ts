import type { MessageData } from '../../page-data.ts';
import { server } from '../ask-server.ts';
import { fullDate } from '../dates.ts';
import { harmlessHtml } from '../harmless-html.ts';
import { facts } from '../page-globals.ts';
import { toast } from '../toast.ts';
import { answerDraft } from './answer-draft.ts';
import type { Draft } from './draft.ts';
import { emptyDraft, openedDraft } from './draft.ts';
import type { ComposePlace, OpenCompose } from './open-compose.ts';
import { openCompose } from './open-compose.ts';
import { startOutbox } from './outbox.ts';
import type { SyncIds } from './send-sync.ts';

// Long enough to be read where a test has made the time for Undo shorter than Gmail's.
const shortestToastMs = 2000;

/** The compose forms that are open, and the ways to open one. */
export type ComposeDesk = {
  readonly composeNew: () => void;
  /** Calls a mail back that waits to be sent; it opens as a draft again. */
  readonly callBack: (id: string) => void;
  /** Opens a draft of the mailbox; comes to the front where it is open already. */
  readonly openDraft: (message: MessageData, place?: ComposePlace) => void;
  /** Saves and closes the answers below messages, before their thread goes. */
  readonly closeInline: () => void;
  /** Answers a message in the place below it. */
  readonly answer: (
    kind: 'reply' | 'reply all' | 'forward',
    message: MessageData,
    place: HTMLElement,
  ) => void;
};

/** Keeps the compose windows. `changed` runs when one has changed the mailbox, `left` when one is gone. */
export function composeDesk({
  changed,
  left = () => {},
}: {
  readonly changed: () => void;
  readonly left?: () => void;
}): ComposeDesk {
  const open = new Map<string, OpenCompose & { readonly place: ComposePlace }>();

  function show(draft: Draft, place: ComposePlace = 'window'): void {
    const known = open.get(draft.key);
    if (known !== undefined) {
      known.focus();
      return;
    }
    const form = openCompose(draft, place, {
      saved: changed,
      closed: () => {
        open.delete(draft.key);
        if (typeof place !== 'string') place.classList.remove('adB');
        showInAddress();
      },
      left,
      discarded: () => void discard(draft.key),
      sent,
      failed: (kept) => show(kept),
      dock: (kept) => show(kept, 'window'),
    });
    if (typeof place !== 'string') place.classList.add('adB');
    open.set(draft.key, { ...form, place });
    showInAddress();
  }

  async function discard(key: string): Promise<void> {
    await server.discard(key);
    toast('Draft discarded.');
    changed();
  }

  function sent({ id, threadId }: SyncIds, sendAt: number | null): void {
    toast(
      sendAt === null ? 'Message sent' : `Send scheduled for ${fullDate(sendAt)}`,
      [
        { label: 'Undo', id: 'link_undo', run: () => void undo(id) },
        {
          label: 'View message',
          id: 'link_vsm',
          run: () => {
            location.hash = `#${sendAt === null ? 'sent' : 'scheduled'}/${threadId}`;
          },
        },
      ],
      Math.max(facts.undoMs, shortestToastMs),
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
    if (facts.popout !== null) return;
    const place = location.hash.replace(/\?.*$/, '') || '#inbox';
    const windows = [...open.values()].filter((form) => form.place === 'window');
    const suffix = windows.length === 0 ? '' : '?compose=new';
    history.replaceState(history.state, '', `${place}${suffix}`);
  }

  startOutbox((ids) => sent(ids, null));

  return {
    composeNew: () => show(emptyDraft()),
    callBack: (id) => void undo(id),
    openDraft: (message, place) => {
      const html = message.html === null ? textAsHtml(message.text) : harmlessHtml(message.html);
      show(openedDraft(message, html), place);
    },
    closeInline: () => {
      for (const form of open.values()) if (typeof form.place !== 'string') form.close();
    },
    answer: (kind, message, place) => {
      // One answer below a message at a time, as in Gmail.
      if (place.childElementCount > 0) return;
      show(answerDraft(kind, message), place);
    },
  };
}

function textAsHtml(text: string): string {
  const holder = document.createElement('div');
  holder.textContent = text;
  return holder.innerHTML.replaceAll('\n', '<br>');
}
