import type { ComposedItem } from '../../page-data.ts';
import type { SavedDraft } from '../ask-server.ts';
import { server } from '../ask-server.ts';
import { facts } from '../facts.ts';

/** Keeps one draft saved. */
export type DraftSaver = {
  /** Saves a moment after the last change. */
  readonly changed: () => void;
  /** Saves now. */
  readonly save: () => Promise<SavedDraft>;
  /** Whether nothing was changed since it was saved. */
  readonly isSaved: () => boolean;
  /** Saves nothing more by itself; resolves when what is under way is done. */
  readonly stop: () => Promise<void>;
};

/** Saves go one after the other, so that a mail never gets two drafts. */
export function draftSaver(written: () => ComposedItem): DraftSaver {
  let timer = 0;
  let known: string | null = null;
  let isSaved = false;
  let saving: Promise<unknown> = Promise.resolve();

  function save(): Promise<SavedDraft> {
    clearTimeout(timer);
    const next = saving
      .catch(() => undefined)
      .then(async () => {
        const item = written();
        isSaved = true;
        try {
          const saved = await server.save({ ...item, itemId: item.itemId ?? known });
          known = saved.id;
          return saved;
        } catch (error) {
          isSaved = false;
          throw error;
        }
      });
    saving = next;
    return next;
  }

  return {
    changed: () => {
      isSaved = false;
      clearTimeout(timer);
      timer = window.setTimeout(() => void save(), facts.settings.autosaveMs);
    },
    save,
    isSaved: () => isSaved,
    stop: async () => {
      clearTimeout(timer);
      await saving.catch(() => undefined);
    },
  };
}
