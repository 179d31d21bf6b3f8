import { assumed } from '../../assumed.ts';
import { find, onPress } from '../dom.ts';
import { facts } from '../page-globals.ts';
import { toast } from '../toast.ts';
import { fillForm } from './compose-form.ts';
import type { ComposeMarkup } from './compose-markup.ts';
import { inlineMarkup, popoutMarkup, windowMarkup } from './compose-markup.ts';
import { createDraftSaver } from './draft-saver.ts';
import type { Draft } from './draft.ts';
import { emptyDraft } from './draft.ts';
import { addFormatting } from './formatting.ts';
import { openPopout } from './open-popout.ts';
import { mustWait, queue } from './outbox.ts';
import { addPopOutReply } from './pop-out-reply.ts';
import { isAddress } from './recipients.ts';
import { addScheduleSend } from './schedule-send.ts';
import type { SyncIds } from './send-sync.ts';
import { MergeLimitReached } from './send-sync.ts';
import { showAlert } from './show-alert.ts';
import { addWindowControls, showOnDemand } from './window-controls.ts';

/** An open compose form. */
export type OpenCompose = {
  readonly focus: () => void;
  /** Saves and closes it. */
  readonly close: () => void;
};

/** Where a compose form opens: docked in the page, alone in a window of its own, or in a place below a message. */
export type ComposePlace = 'window' | 'popout' | HTMLElement;

/** What the page does when something becomes of a compose form. */
export type ComposeEvents = {
  readonly saved: () => void;
  readonly closed: () => void;
  /** Nothing more comes from it. */
  readonly left: () => void;
  readonly discarded: () => void;
  /** Gmail has taken the mail, to be sent now or at a time (epoch ms). */
  readonly sent: (ids: SyncIds, sendAt: number | null) => void;
  /** Gmail has not taken it: the form must come back with what stood in it. */
  readonly failed: (draft: Draft) => void;
  /** It goes on as a window of the page. */
  readonly dock: (draft: Draft) => void;
};

/** Opens a compose form in Gmail's own markup and keeps its draft saved. */
export function openCompose(draft: Draft, place: ComposePlace, events: ComposeEvents): OpenCompose {
  const { outer, root } = markupFor(place, draft.response);
  const form = fillForm(root, draft, {
    changed: () => saver.changed(),
    encrypt: () => void encrypt(),
  });
  const saver = createDraftSaver(draft, form.written, {
    saved: events.saved,
    failed: () => {
      if (!mustWait()) toast('Draft could not be saved.');
    },
  });

  function close(): void {
    const saved = saver.save();
    leave();
    void saved.then(events.left);
  }

  function leave(): void {
    outer.remove();
    events.closed();
  }

  const kept = (): Draft => ({ ...draft, ...form.written(), saved: saver.isSaved() });

  async function discard(): Promise<void> {
    const stopped = saver.stop();
    leave();
    await stopped;
    events.discarded();
    events.left();
  }

  async function popOut(): Promise<void> {
    const show = openPopout(draft.key);
    saver.changed();
    await saver.save();
    leave();
    show();
  }

  async function dock(): Promise<void> {
    await saver.save();
    leave();
    events.dock(kept());
  }

  // Google's help: turning encryption on throws the draft away and begins a new one.
  async function encrypt(): Promise<void> {
    await discard();
    events.dock({ ...emptyDraft(), protection: 'client-side' });
  }

  async function send(sendAt?: number): Promise<void> {
    const problem = problemWith(form.recipients().map(({ address }) => address));
    if (problem !== null) return showAlert(problem);
    if (mustWait()) return wait();
    const unsent = kept();
    toast(sendAt === undefined ? 'Sending…' : 'Scheduling…', [], 60_000);
    await saver.stop();
    // Begun before the form is gone, as in Gmail: whoever watches still sees the draft's key.
    const sending = saver.send(sendAt);
    leave();
    try {
      events.sent(await sending, sendAt ?? null);
      events.left();
    } catch (error) {
      toast(reasonOf(error));
      events.failed({ ...unsent, saved: saver.isSaved() });
    }
    return undefined;
  }

  async function wait(): Promise<void> {
    await saver.stop();
    queue({ key: draft.key, request: saver.request() });
    leave();
    toast(assumed.wordsQueued.value);
  }

  press(find(root, '.T-I-atl:not(.hG)'), () => void send());
  addScheduleSend(root, (at) => void send(at));
  press(find(root, '.og')?.closest<HTMLElement>('.J-Z-I'), () => void discard());
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  });
  addFormatting(root, form.body, () => saver.changed());
  showOnDemand(root);
  if (place === 'window') {
    const controls = addWindowControls(outer, root, { close, popOut: () => void popOut() });
    windowRow().append(outer);
    controls.set(facts.settings.composeOpens);
  } else if (place === 'popout') {
    press(root.querySelectorAll<HTMLElement>('.Hm > img')[2], close);
    find(document, '[role=main]')?.append(outer);
  } else {
    addPopOutReply(root, () => void dock());
    place.append(outer);
  }
  form.focus();
  return { focus: form.focus, close };
}

function markupFor(place: ComposePlace, response: Draft['response']): ComposeMarkup {
  if (place === 'window') return windowMarkup(response);
  return place === 'popout' ? popoutMarkup() : inlineMarkup(response);
}

function press(button: HTMLElement | null | undefined, run: () => void): void {
  if (button) onPress(button, run);
}

function windowRow(): HTMLElement {
  return find(document, 'div.AD') ?? find(document, 'div.aJl + div') ?? document.body;
}

function reasonOf(error: unknown): string {
  return error instanceof MergeLimitReached
    ? 'You have reached the limit for mail merge. Try again in 24 hours.'
    : 'Message could not be sent. Check your connection and try again.';
}

function problemWith(addresses: readonly string[]): string | null {
  if (addresses.length === 0) return 'Please specify at least one recipient.';
  const bad = addresses.find((address) => !isAddress(address));
  return bad === undefined
    ? null
    : `The address "${bad}" was not recognised. Please check it and try again.`;
}
