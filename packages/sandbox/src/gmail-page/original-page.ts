import type { StoredMessage } from '../accounts.ts';
import { escapeHtml } from '../mail/escape-html.ts';

/** Gmail's "Show original" page (?view=om), which also tells what REST id a message of the page has. */
export function originalPage(message: StoredMessage): string {
  const download = `/mail/u/0?view=att&th=${message.id}&attid=0&disp=comp&safe=1`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Original Message</title></head>
<body><a href="${escapeHtml(download)}">Download Original</a><pre>${escapeHtml(message.raw.toString('latin1'))}</pre></body></html>`;
}
