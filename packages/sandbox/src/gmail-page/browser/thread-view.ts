import type { MessageData, ThreadData } from '../page-data.ts';
import { avatar } from './avatar.ts';
import { fullDate, messageDate } from './dates.ts';
import { element, iconButton, onPress } from './dom.ts';
import type { IconName } from './icons.ts';
import { icon } from './icons.ts';
import { mailFrame } from './mail-frame.ts';
import { isWithout, senders } from './page-globals.ts';

/** What a thread can ask of the page. */
export type ThreadActions = {
  readonly back: () => void;
  readonly openDraft: (message: MessageData) => void;
  /** Calls a mail back that waits for its time. */
  readonly callBack: (id: string) => void;
  /** Answers a message in the place below it. */
  readonly answer: (
    kind: 'reply' | 'reply all' | 'forward',
    message: MessageData,
    place: HTMLElement,
  ) => void;
  /** Changes the thread's labels and goes back to the list. */
  readonly label: (change: Readonly<Record<string, string>>) => void;
};

/** Draws a thread in the nesting of Gmail's since November 2023: the newest message and the unread ones open. */
export function threadView(thread: ThreadData, actions: ThreadActions): HTMLElement {
  const newest = thread.messages.findLast((message) => message.draft === null);
  const messages = thread.messages.map((message) =>
    messageView(message, message === newest, actions),
  );
  const ids = {
    'data-legacy-thread-id': thread.threadId,
    'data-thread-perm-id': `thread-f:${BigInt(`0x${thread.threadId}`)}`,
  };
  const subject = element(
    'h2',
    { class: 'hP', ...ids, tabindex: '-1' },
    thread.subject || '(no subject)',
  );
  return element(
    'div',
    { class: 'sb_thread' },
    toolbar(thread, actions),
    element(
      'div',
      { class: 'g id sb_read' },
      element(
        'div',
        { class: 'nH a98 iY' },
        element('div', { class: 'nH' }, element('div', { class: 'ha' }, subject)),
        element('div', { class: 'nH aHU' }, element('div', { role: 'list' }, ...messages)),
      ),
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
  return element(
    'div',
    { class: 'aeH' },
    element(
      'div',
      { class: 'G-atb', gh: 'tm' },
      element('div', { class: 'iH', gh: 'mtb' }, ...buttons),
    ),
  );
}

function messageView(message: MessageData, newest: boolean, actions: ThreadActions): HTMLElement {
  const place = element('div', { class: isWithout('reply-place') ? 'iq' : 'ip iq' });
  const answer = (kind: 'reply' | 'reply all' | 'forward'): void =>
    actions.answer(kind, message, place);
  const inner = element('div', {
    class: 'adn ads',
    ...(isWithout('message-id')
      ? {}
      : { 'data-message-id': `#msg-f:${BigInt(`0x${message.id}`)}` }),
    'data-legacy-message-id': message.id,
  });
  const item = element('div', { class: 'kv', role: 'listitem' }, inner, place);

  function draw(opened: boolean): void {
    item.className = opened ? 'h7' : 'kv';
    const head = heading(message, opened, () => answer('reply'));
    const buttons = newest ? [belowMessage(message, answer, actions)] : [];
    inner.replaceChildren(head, ...(opened ? [content(message), ...buttons] : []));
    head.addEventListener('click', () => {
      if (message.draft === null) draw(!opened);
      else actions.openDraft(message);
    });
  }

  draw(message.draft === null && (newest || message.labels.includes('UNREAD')));
  return item;
}

function heading(message: MessageData, opened: boolean, reply: () => void): HTMLElement {
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
      element('h3', { class: 'iw sb_from' }, sender, ...address),
      element(
        'div',
        { class: opened ? 'hb' : 'y2' },
        opened ? recipients(message) : message.snippet,
      ),
    ),
    element('span', { class: 'g3', title: fullDate(message.at) }, messageDate(message.at)),
    ...(opened ? [iconButton('reply', 'Reply', reply)] : []),
  );
}

function recipients({ to, cc }: MessageData): string {
  const names = [...to, ...cc].map(({ name, address }) =>
    senders.some((sender) => sender.address === address.toLowerCase()) ? 'me' : name || address,
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

function belowMessage(
  message: MessageData,
  answer: (kind: 'reply' | 'reply all' | 'forward') => void,
  { callBack }: ThreadActions,
): HTMLElement {
  if (message.scheduledAt === null) return answerButtons(message, answer);
  const cancel = element('span', { class: 'ams', role: 'link', tabindex: '0' }, 'Cancel send');
  onPress(cancel, () => callBack(message.id));
  const words = `Send scheduled for ${fullDate(message.scheduledAt)}`;
  return element('div', { class: 'amn' }, element('span', {}, words), cancel);
}

function answerButtons(
  message: MessageData,
  answer: (kind: 'reply' | 'reply all' | 'forward') => void,
): HTMLElement {
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
      onPress(button, () => answer(kind));
      return button;
    }),
  );
}
