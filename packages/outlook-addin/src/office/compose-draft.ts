import type { ComposeItem } from './current-item.ts';
import { type OfficeOutcome, officeCall } from './office-call.ts';

/** A large mail on a slow line. */
const savingMs = 60_000;

/** Keeps the open message in Drafts; gives its name as Exchange Web Services have it (Mailbox 1.3). */
export function saveDraft(item: ComposeItem): Promise<OfficeOutcome<string>> {
  return officeCall<string>((answer) => item.saveAsync(answer), savingMs);
}

/**
 * Closes the window of the open message, and this pane with it where it stands in there (Mailbox 1.3). What is saved stays
 * as it is; what was typed since, Outlook asks about. Never `closeAsync` with `discardItem`: Discard deletes a draft that
 * Outlook has saved by itself, and with it a mail that was handed over.
 */
export function closeDraft(item: ComposeItem): void {
  try {
    item.close();
  } catch {
    // The rep closes it themselves.
  }
}

/** The subject as it stands now; empty where Outlook does not say. */
export async function draftSubject(item: ComposeItem): Promise<string> {
  const subject = await officeCall<string>((answer) => item.subject.getAsync(answer));
  return subject.kind === 'ok' ? subject.value : '';
}
