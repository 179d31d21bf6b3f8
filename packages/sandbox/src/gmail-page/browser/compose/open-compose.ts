import { find, onPress } from '../dom.ts';
import { toast } from '../toast.ts';
import { fillForm } from './compose-form.ts';
import { inlineMarkup, windowMarkup } from './compose-markup.ts';
import { createDraftSaver } from './draft-saver.ts';
import type { Draft } from './draft.ts';
import { addFormatting } from './formatting.ts';
import { isAddress } from './recipients.ts';
import type { SyncIds } from './send-sync.ts';
import { showAlert } from './show-alert.ts';
import { addWindowControls, showOnDemand } from './window-controls.ts';

/** An open compose form. */
export type OpenCompose = {
  readonly focus: () => void;
  /** Saves and closes it. */
  readonly close: () => void;
};

/** Where a compose form opens: in a window of its own, or in a place below a message. */
export type ComposePlace = 'window' | HTMLElement;

/** What the page does when something becomes of a compose form. */
export type ComposeEvents = {
  readonly saved: () => void;
  readonly closed: () => void;
  readonly discarded: () => void;
  /** Gmail has taken the mail. */
  readonly sent: (ids: SyncIds) => void;
  /** Gmail has not taken it: the form must come back with what stood in it. */
  readonly failed: (draft: Draft) => void;
};

/** Opens a compose form in Gmail's own markup and keeps its draft saved. */
export function openCompose(draft: Draft, place: ComposePlace, events: ComposeEvents): OpenCompose {
  const { outer, root } = place === 'window' ? windowMarkup() : inlineMarkup();
  const form = fillForm(root, draft, () => saver.changed());
  const saver = createDraftSaver(draft, form.written, {
    saved: events.saved,
    failed: () => toast('Draft could not be saved.'),
  });

  function close(): void {
    void saver.save();
    leave();
  }

  function leave(): void {
    outer.remove();
    events.closed();
  }

  async function discard(): Promise<void> {
    const stopped = saver.stop();
    leave();
    await stopped;
    events.discarded();
  }

  async function send(): Promise<void> {
    const problem = problemWith(form.recipients().map(({ address }) => address));
    if (problem !== null) return showAlert(problem);
    const kept = form.written();
    toast('Sending…', [], 60_000);
    await saver.stop();
    // Begun before the form is gone, as in Gmail: whoever watches still sees the draft's key.
    const sending = saver.send();
    leave();
    try {
      events.sent(await sending);
    } catch {
      toast('Message could not be sent. Check your connection and try again.');
      events.failed({ ...draft, ...kept, saved: saver.isSaved() });
    }
    return undefined;
  }

  press(find(root, '.T-I-atl:not(.hG)'), () => void send());
  press(find(root, '.og')?.closest<HTMLElement>('[role=button]'), () => void discard());
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  });
  addFormatting(root, form.body, () => saver.changed());
  showOnDemand(root);
  if (place === 'window') {
    addWindowControls(outer, root, close);
    windowRow().append(outer);
  } else {
    place.append(outer);
  }
  form.focus();
  return { focus: form.focus, close };
}

function press(button: HTMLElement | null | undefined, run: () => void): void {
  if (button) onPress(button, run);
}

function windowRow(): HTMLElement {
  return find(document, 'div.AD') ?? find(document, 'div.aJl + div') ?? document.body;
}

function problemWith(addresses: readonly string[]): string | null {
  if (addresses.length === 0) return 'Please specify at least one recipient.';
  const bad = addresses.find((address) => !isAddress(address));
  return bad === undefined
    ? null
    : `The address "${bad}" was not recognised. Please check it and try again.`;
}
