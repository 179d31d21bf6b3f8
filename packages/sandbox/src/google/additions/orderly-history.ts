import type { Ids } from '../ids.ts';
import type { GoogleTables } from '../tables.ts';

/**
 * The emulator makes history ids of its machine's time and eight random digits: two changes in one
 * millisecond come out of order, so a reader's cursor jumps over one of them, and they do not fit the
 * uint64 that the API promises. Here every id it writes is replaced by the next of a counter.
 */
export const keepHistoryInOrder = (tables: GoogleTables, ids: Ids): void => {
  let theirs = '';
  let ours = '';

  // The emulator draws one id per change and writes it to the message and to each record at once.
  const translated = (id: string): string => {
    if (BigInt(id) < 10n ** 18n) return id;
    if (id !== theirs) {
      theirs = id;
      ours = ids.history();
    }
    return ours;
  };

  const { messages, history } = tables;
  const insertMessage = messages.insert.bind(messages);
  const updateMessage = messages.update.bind(messages);
  const insertHistory = history.insert.bind(history);

  messages.insert = (row) => insertMessage({ ...row, history_id: translated(row.history_id) });
  messages.update = (id, change) =>
    updateMessage(
      id,
      change.history_id === undefined
        ? change
        : { ...change, history_id: translated(change.history_id) },
    );
  history.insert = (row) => insertHistory({ ...row, gmail_id: translated(row.gmail_id) });
};
