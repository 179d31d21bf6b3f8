import type { Draft } from './draft.ts';
import type { SyncIds } from './send-sync.ts';
import { nextNumber, sendSync } from './send-sync.ts';
import type { Written } from './sync-request.ts';
import type { Purpose } from './sync-request.ts';
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
  /** Sends, now or at a time (epoch ms); the request is on its way when the call returns. */
  readonly send: (sendAt?: number) => Promise<SyncIds>;
  /** What `send` would ask of Gmail now. */
  readonly request: () => unknown;
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

  function request(purpose: Purpose): unknown {
    const context = { number: nextNumber(), now: Date.now() };
    return syncRequest(purpose, { ...draft, saved }, written(), context);
  }

  function post(purpose: Purpose): Promise<SyncIds> {
    return sendSync(request(purpose), draft.key);
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
    send: (sendAt) => post(sendAt === undefined ? 'send' : { sendAt }),
    request: () => request('send'),
    isSaved: () => saved,
  };
}
