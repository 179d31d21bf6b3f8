import type { MessageData, ThreadData } from '../page-data.ts';
import { avatar } from './avatar.ts';
import { fullDate, messageDate } from './dates.ts';
import { element, iconButton, onPress } from './dom.ts';
import type { IconName } from './icons.ts';
import { icon } from './icons.ts';
import { mailFrame } from './mail-frame.ts';
import { me } from './page-globals.ts';

/** What a thread can ask of the page. */
export type ThreadActions = {
  readonly back: () => void;
  readonly openDraft: (message: MessageData) => void;
  readonly answer: (kind: 'reply' | 'reply all' | 'forward', message: MessageData) => void;
  /** Changes the thread's labels and goes back to the list. */
  readonly label: (change: Readonly<Record<string, string>>) => void;
};

/** Draws a thread: the newest message and the unread ones open, the others folded. */
export function threadView(thread: ThreadData, actions: ThreadActions): HTMLElement {
  const last = thread.messages.findLast((message) => message.draft === null);
  const messages = thread.messages.map((message) =>
    messageView(message, message === last, actions),
  );
  return element(
    'div',
    { class: 'sb_thread nH' },
    toolbar(thread, actions),
    element(
      'div',
      { class: 'sb_read' },
      element(
        'h2',
        { class: 'hP', 'data-legacy-thread-id': thread.threadId, tabindex: '-1' },
        thread.subject || '(no subject)',
      ),
      element('div', { role: 'list' }, ...messages),
      ...(last === undefined ? [] : [answerButtons(last, actions)]),
    ),
  );
}

function toolbar(thread: ThreadData, actions: ThreadActions): HTMLElement {
  const inTrash = thread.messages.some((message) => message.labels.includes('TRASH'));
  const inSpam = thread.messages.some((message) => message.labels.includes('SPAM'));
  const inInbox = thread.messages.some((message) => message.labels.includes('INBOX'));
  const buttons = [
    iconButton('back', 'Back to list', actions.back),
    inInbox
      ? iconButton('archive', 'Archive', () => actions.label({ remove: 'INBOX' }))
      : iconButton('inbox', 'Move to Inbox', () =>
          actions.label({ add: 'INBOX', remove: inTrash ? 'TRASH' : 'SPAM' }),
        ),
    ...(inSpam
      ? []
      : [iconButton('spam', 'Report spam', () => actions.label({ add: 'SPAM', remove: 'INBOX' }))]),
    ...(inTrash
      ? []
      : [iconButton('trash', 'Delete', () => actions.label({ add: 'TRASH', remove: 'INBOX' }))]),
    iconButton('unread', 'Mark as unread', () => actions.label({ add: 'UNREAD' })),
  ];
  return element('div', { class: 'aeH' }, element('div', { class: 'G-atb', gh: 'tm' }, ...buttons));
}

function messageView(message: MessageData, newest: boolean, actions: ThreadActions): HTMLElement {
  const open = newest || message.labels.includes('UNREAD');
  const item = element('div', {
    class: open ? 'adn ads' : 'kv',
    role: 'listitem',
    'data-legacy-message-id': message.id,
  });
  const draw = (opened: boolean): void => {
    item.className = opened ? 'adn ads' : 'kv';
    const head = heading(message, opened, actions);
    item.replaceChildren(head, ...(opened ? [content(message)] : []));
    head.addEventListener('click', () => {
      if (message.draft === null) draw(!opened);
      else actions.openDraft(message);
    });
  };
  draw(open && message.draft === null);
  return item;
}

function heading(message: MessageData, opened: boolean, actions: ThreadActions): HTMLElement {
  const { from } = message;
  const name = from.name === '' ? from.address : from.name;
  const sender =
    message.draft === null
      ? element(
          'span',
          { class: 'gD', email: from.address, name, 'data-hovercard-id': from.address },
          name,
        )
      : element('span', { class: 'gD sb_draft' }, 'Draft');
  const address = opened ? [element('span', { class: 'go' }, `<${from.address}>`)] : [];
  return element(
    'div',
    { class: 'sb_head' },
    avatar(from),
    element(
      'div',
      { class: 'sb_who' },
      element('div', { class: 'sb_from' }, sender, ...address),
      element(
        'div',
        { class: opened ? 'hb' : 'y2' },
        opened ? recipients(message) : message.snippet,
      ),
    ),
    element('span', { class: 'g3', title: fullDate(message.at) }, messageDate(message.at)),
    ...(opened ? [iconButton('reply', 'Reply', () => actions.answer('reply', message))] : []),
  );
}

function recipients({ to, cc }: MessageData): string {
  const names = [...to, ...cc].map(({ name, address }) =>
    address.toLowerCase() === me.address ? 'me' : name || address,
  );
  return names.length === 0 ? '' : `to ${names.join(', ')}`;
}

function content(message: MessageData): HTMLElement {
  const files = message.attachments.map((name) =>
    element('span', { class: 'aZo' }, icon('clip'), name),
  );
  return element(
    'div',
    { class: 'ii gt' },
    mailFrame(message),
    ...(files.length === 0 ? [] : [element('div', { class: 'hq' }, ...files)]),
  );
}

function answerButtons(message: MessageData, actions: ThreadActions): HTMLElement {
  const several = message.to.length + message.cc.length > 1;
  const kinds: readonly (readonly ['reply' | 'reply all' | 'forward', string, IconName])[] = [
    ['reply', 'Reply', 'reply'],
    ...(several ? [['reply all', 'Reply all', 'replyAll'] as const] : []),
    ['forward', 'Forward', 'forward'],
  ];
  return element(
    'div',
    { class: 'amn' },
    ...kinds.map(([kind, label, drawing]) => {
      const button = element(
        'span',
        { class: 'ams', role: 'link', tabindex: '0' },
        icon(drawing),
        label,
      );
      onPress(button, () => actions.answer(kind, message));
      return button;
    }),
  );
}
