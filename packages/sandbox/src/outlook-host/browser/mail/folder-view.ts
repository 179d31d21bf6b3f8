import type { FolderData, RowData } from '../../page-data.ts';
import { element } from '../dom.ts';

/** Draws the folders; `open` is told of a click. */
export function folderList(
  folders: readonly FolderData[],
  current: string,
  open: (id: string) => void,
): HTMLElement {
  const items = folders.map((folder) => {
    const count = folder.id === 'drafts' ? folder.count : folder.unread;
    const made = element(
      'button',
      { type: 'button', 'aria-current': String(folder.id === current) },
      element('span', {}, folder.name),
      element('span', { class: 'count' }, count === 0 ? '' : String(count)),
    );
    made.addEventListener('click', () => open(folder.id));
    return element('li', {}, made);
  });
  return element('ul', {}, ...items);
}

/** Draws the messages of a folder. */
export function rowList(
  rows: readonly RowData[],
  current: string | null,
  open: (row: RowData) => void,
): HTMLElement {
  if (rows.length === 0) return element('p', { class: 'empty' }, 'Nothing in folder');
  return element('ul', {}, ...rows.map((row) => element('li', {}, rowButton(row, current, open))));
}

function rowButton(row: RowData, current: string | null, open: (row: RowData) => void) {
  const made = element(
    'button',
    {
      type: 'button',
      class: row.unread ? 'row unread' : 'row',
      'data-id': row.id,
      'aria-current': String(row.id === current),
    },
    element('span', { class: 'who' }, row.isDraft ? '[Draft] ' : '', row.who),
    element('span', { class: 'when' }, when(row)),
    element('span', { class: 'subject' }, row.subject || '(No subject)'),
    element('span', { class: 'preview' }, row.preview),
  );
  made.addEventListener('click', () => open(row));
  return made;
}

function when({ at, heldUntil }: RowData): string {
  const date = new Date(heldUntil ?? at);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (heldUntil !== null) return `Sends ${time}`;
  return Date.now() - at < 20 * 3_600_000
    ? time
    : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}
