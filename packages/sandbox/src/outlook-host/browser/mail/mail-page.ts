import { server } from '../ask-server.ts';
import type { Draft } from '../compose/draft.ts';
import { answerDraft, newDraft, openDraft } from '../compose/draft.ts';
import { openCompose } from '../compose/open-compose.ts';
import { button, element } from '../dom.ts';
import { facts } from '../facts.ts';
import { drawInfobar } from '../office/infobar.ts';
import { createPane } from '../office/pane.ts';
import { ribbon } from '../office/ribbon.ts';
import type { OpenItem, PageDoors, ReadItem } from '../open-item.ts';
import { folderList, rowList } from './folder-view.ts';
import { messageView } from './message-view.ts';

const refreshMs = 1000;

/** Draws Outlook: folders, the list of one of them, what is open, and the add-in's pane beside it. */
export function startMailPage(): void {
  const folders = element('nav', { class: 'folders', 'aria-label': 'Folders' });
  const list = element('section', { class: 'list', 'aria-label': 'Messages' });
  const reading = element('main', { class: 'reading' });
  const panePlace = element('div', { class: 'pane-place' });
  const status = element('p', { class: 'status', role: 'status' });
  const pane = createPane(panePlace);
  let folder = 'inbox';
  let current: OpenItem | null = null;
  let selected: string | null = null;
  let version = -1;

  async function refresh(): Promise<void> {
    version = await server.version();
    const data = await server.list(folder);
    folders.replaceChildren(folderList(data.folders, folder, (id) => void openFolder(id)));
    list.replaceChildren(rowList(data.rows, selected, ({ id }) => void openMessage(id)));
  }

  async function openFolder(id: string): Promise<void> {
    folder = id;
    await leave();
    await refresh();
  }

  const doors: PageDoors = {
    showMessage: async (addinId) => {
      const { id } = await server.find(addinId);
      if (id !== null) openWindow(id);
      return id !== null;
    },
    newMail: (mail) => void write({ ...newDraft(), ...mail }),
  };

  async function openMessage(id: string): Promise<void> {
    if (current?.kind === 'compose') await current.close('save');
    selected = id;
    status.textContent = '';
    const message = await server.message(id);
    if (message.isDraft && !message.isHeld) return write(openDraft(message));
    await server.read(id);
    const infobar = element('div', { class: 'infobars' });
    const buttons = element('div', { class: 'ribbon-place' });
    const item: ReadItem = {
      kind: 'read',
      page: doors,
      message,
      notifications: new Map(),
      showNotifications: () => drawInfobar(infobar, item.notifications, () => item, pane),
    };
    buttons.append(ribbon(item, pane));
    const view = messageView(
      message,
      { infobar, ribbon: buttons },
      {
        answer: (kind) => void write(answerDraft(kind, message)),
        remove: () => void server.remove(message.id).then(leave).then(refresh),
      },
    );
    reading.replaceChildren(view);
    current = item;
    await pane.itemChanged(item);
    await refresh();
    return undefined;
  }

  async function write(draft: Draft): Promise<void> {
    if (current?.kind === 'compose') await current.close('save');
    status.textContent = '';
    const item = await openCompose(draft, pane, {
      closed: (why) => {
        current = null;
        selected = null;
        status.textContent = why === 'sent' ? 'Message sent.' : '';
        void pane.itemChanged(null);
        void refresh();
      },
      page: doors,
      say: (text) => {
        status.textContent = text;
      },
    });
    current = item;
    await pane.itemChanged(item);
  }

  async function leave(): Promise<void> {
    if (current?.kind === 'compose') await current.close('save');
    current = null;
    selected = null;
    reading.replaceChildren();
    await pane.itemChanged(null);
  }

  async function watch(): Promise<void> {
    if ((await server.version()) !== version) await refresh();
  }

  document.body.append(
    element(
      'header',
      { class: 'top' },
      element('span', { class: 'brand' }, 'Outlook'),
      element('span', { class: 'account' }, `${facts.mailbox.name} (${facts.mailbox.address})`),
    ),
    element(
      'div',
      { class: 'columns' },
      element(
        'div',
        { class: 'left' },
        button('New mail', { class: 'primary' }, () => void write(newDraft())),
        folders,
      ),
      list,
      element('div', { class: 'middle' }, status, reading),
      panePlace,
    ),
  );
  const named = new URLSearchParams(location.search).get('read');
  if (named === null) void refresh();
  else void openMessage(named);
  setInterval(() => void watch().catch(() => undefined), refreshMs);
}

/** Outlook shows a message that an add-in names in a window of its own. */
function openWindow(id: string): void {
  const url = new URL(location.href);
  url.searchParams.set('read', id);
  window.open(url, '_blank', 'popup,width=1000,height=700');
}
