import type { Draft } from './draft.ts';
import type { SyncIds } from './send-sync.ts';
import { nextNumber, sendSync } from './send-sync.ts';
import type { Written } from './sync-request.ts';
import { syncRequest } from './sync-request.ts';

const autosaveMs = 700;

/** Keeps one draft saved, and sends it. */
export type DraftSaver = {
  /** Saves a moment after the last change. */
  readonly changed: () => void;
  /** Saves at once what is not saved yet. */
  readonly save: () => Promise<void>;
  /** Saves nothing more; resolves when the last save is answered. */
  readonly stop: () => Promise<void>;
  /** Sends; the request is on its way when the call returns. */
  readonly send: () => Promise<SyncIds>;
  readonly isSaved: () => boolean;
};

/** Starts with a draft as it is on the server. */
export function createDraftSaver(
  draft: Draft,
  written: () => Written,
  events: { readonly saved: () => void; readonly failed: () => void },
): DraftSaver {
  let { saved } = draft;
  let timer = 0;
  let dirty = false;
  let saving = Promise.resolve();

  function post(purpose: 'save' | 'send'): Promise<SyncIds> {
    const context = { number: nextNumber(), now: Date.now() };
    return sendSync(syncRequest(purpose, { ...draft, saved }, written(), context), draft.key);
  }

  async function saveAfter(earlier: Promise<void>): Promise<void> {
    await earlier;
    try {
      await post('save');
      saved = true;
      events.saved();
    } catch {
      dirty = true;
      events.failed();
    }
  }

  function save(): Promise<void> {
    clearTimeout(timer);
    if (dirty) {
      dirty = false;
      saving = saveAfter(saving);
    }
    return saving;
  }

  return {
    changed() {
      dirty = true;
      clearTimeout(timer);
      timer = window.setTimeout(() => void save(), autosaveMs);
    },
    save,
    stop() {
      clearTimeout(timer);
      dirty = false;
      return saving;
    },
    send: () => post('send'),
    isSaved: () => saved,
  };
}
