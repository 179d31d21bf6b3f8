import { facts } from '../page-globals.ts';
import type { SyncIds } from './send-sync.ts';
import { sendSync } from './send-sync.ts';

type Queued = { readonly key: string; readonly request: unknown };

const place = `outbox ${facts.path}`;

/** What waits for a line, kept over a reload as Gmail keeps it. Sends it when the browser is on line again. */
export function startOutbox(sent: (ids: SyncIds) => void): void {
  async function flush(): Promise<void> {
    const waiting = read();
    write([]);
    for (const [index, mail] of waiting.entries()) {
      try {
        sent(await sendSync(mail.request, mail.key));
      } catch {
        write([...waiting.slice(index), ...read()]);
        return;
      }
    }
  }
  window.addEventListener('online', () => void flush());
  if (navigator.onLine) void flush();
}

/** Whether what is sent now must wait. */
export function mustWait(): boolean {
  return facts.settings.offlineMail && !navigator.onLine;
}

/** Puts a mail into the Outbox. */
export function queue(mail: Queued): void {
  write([...read(), mail]);
}

function read(): readonly Queued[] {
  const kept: readonly Queued[] = JSON.parse(localStorage.getItem(place) ?? '[]');
  return kept;
}

function write(mails: readonly Queued[]): void {
  localStorage.setItem(place, JSON.stringify(mails));
}
