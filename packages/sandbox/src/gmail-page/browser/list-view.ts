import type { ListData, RowData } from '../page-data.ts';
import { fullDate, rowDate } from './dates.ts';
import { element, iconButton } from './dom.ts';
import { icon } from './icons.ts';
import type { Route } from './route.ts';
import { listHash } from './route.ts';

/** What a list can ask of the page. */
export type ListActions = {
  readonly openDraft: (id: string) => void;
  readonly refresh: () => void;
  /** Changes a thread's labels. */
  readonly label: (threadId: string, change: Readonly<Record<string, string>>) => void;
};

/** Draws a list of threads in the markup of Gmail's rows. */
export function listView(list: ListData, route: Route, actions: ListActions): HTMLElement {
  const rows = list.rows.map((row) => listRow(row, route, actions));
  return element(
    'div',
    { class: 'sb_list' },
    toolbar(list, actions),
    element(
      'div',
      { class: 'Cp' },
      element('table', { class: 'F cf zt', role: 'grid' }, element('tbody', {}, ...rows)),
    ),
    ...(rows.length === 0 ? [element('div', { class: 'TC' }, emptyText(route))] : []),
  );
}

function toolbar(list: ListData, actions: ListActions): HTMLElement {
  const count = list.rows.length;
  return element(
    'div',
    { class: 'aeH' },
    element(
      'div',
      { class: 'G-atb', gh: 'tm' },
      element(
        'div',
        { class: 'G-Ni J-J5-Ji' },
        element('span', { class: 'sb_box' }, icon('checkbox')),
      ),
      element('div', { class: 'G-Ni J-J5-Ji' }, iconButton('refresh', 'Refresh', actions.refresh)),
      element('div', { class: 'ar5' }, count === 0 ? '' : `1–${count} of ${count}`),
    ),
  );
}

function listRow(row: RowData, route: Route, actions: ListActions): HTMLElement {
  const made = element(
    'tr',
    { class: `zA ${row.unread ? 'zE' : 'yO'}`, role: 'row', tabindex: '-1', draggable: 'false' },
    cell('oZ-x3 xY', element('span', { class: 'sb_box' }, icon('checkbox'))),
    cell('apU xY', element('span', { class: 'aXw T-KT' }, icon('star'))),
    cell('yX xY', element('div', { class: 'yW' }, ...people(row))),
    cell('xY a4W', subjectAndSnippet(row)),
    cell('bq4 xY', rowActions(row, actions)),
    cell(
      'xW xY',
      element('span', { title: fullDate(row.at) }, element('span', {}, rowDate(row.at))),
    ),
  );
  made.addEventListener('click', () => {
    if (row.draftId === null) location.hash = `${listHash(route)}/${row.threadId}`;
    else actions.openDraft(row.draftId);
  });
  return made;
}

function people(row: RowData): readonly (Node | string)[] {
  const names = row.people.flatMap(({ name, unread, draft }, place) => [
    ...(place === 0 ? [] : [', ']),
    element('span', { class: draft ? 'sb_draft' : unread ? 'zF' : 'yP', name }, name),
  ]);
  const count = row.count > 1 ? [element('span', { class: 'bx0' }, ` ${row.count}`)] : [];
  return [...(row.toPeople ? ['To: '] : []), ...names, ...count];
}

function subjectAndSnippet(row: RowData): HTMLElement {
  return element(
    'div',
    { class: 'xS', role: 'link' },
    element(
      'div',
      { class: 'xT' },
      element(
        'div',
        { class: 'y6' },
        element(
          'span',
          { class: 'bog' },
          element(
            'span',
            {
              class: row.unread ? 'bqe' : '',
              'data-thread-id': `#thread-f:${BigInt(`0x${row.threadId}`)}`,
              'data-legacy-thread-id': row.threadId,
            },
            row.subject || '(no subject)',
          ),
        ),
      ),
      element('span', { class: 'y2' }, element('span', { class: 'Zt' }, ' - '), row.snippet),
    ),
  );
}

function rowActions(row: RowData, { label }: ListActions): HTMLElement {
  const read = row.unread ? { remove: 'UNREAD' } : { add: 'UNREAD' };
  return element(
    'div',
    { class: 'bqY' },
    iconButton('archive', 'Archive', () => label(row.threadId, { remove: 'INBOX' })),
    iconButton('trash', 'Delete', () => label(row.threadId, { add: 'TRASH', remove: 'INBOX' })),
    iconButton(row.unread ? 'mail' : 'unread', row.unread ? 'Mark as read' : 'Mark as unread', () =>
      label(row.threadId, read),
    ),
  );
}

function cell(className: string, ...children: readonly Node[]): HTMLElement {
  return element('td', { class: className, role: 'gridcell' }, ...children);
}

function emptyText({ view, query }: Route): string {
  if (query !== null) return 'No messages matched your search.';
  if (view === 'inbox') return 'Your inbox is empty.';
  return view === 'drafts' ? "You don't have any saved drafts." : 'Nothing here.';
}
