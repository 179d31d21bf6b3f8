import type { MessageData, Person } from '../../page-data.ts';
import type { AnswerKind } from '../compose/draft.ts';
import { button, element } from '../dom.ts';

/** What a person does with an open message. */
export type MessageActions = {
  readonly answer: (kind: AnswerKind) => void;
  readonly remove: () => void;
};

const style = `body{margin:0;font:15px/1.45 "Segoe UI",system-ui,sans-serif;color:#242424;overflow-wrap:anywhere}a{color:#0f6cbd}`;
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Draws a message, with a place for the add-in's lines and buttons. */
export function messageView(
  message: MessageData,
  parts: { readonly infobar: HTMLElement; readonly ribbon: HTMLElement },
  actions: MessageActions,
): HTMLElement {
  const { from, to, cc, at, subject, attachments } = message;
  const files = attachments.filter(({ contentId }) => contentId === null);
  return element(
    'article',
    { class: 'message', 'aria-label': 'Message' },
    element(
      'div',
      { class: 'message-tools' },
      button('Reply', {}, () => actions.answer('reply')),
      button('Reply all', {}, () => actions.answer('reply all')),
      button('Forward', {}, () => actions.answer('forward')),
      button('Delete', {}, actions.remove),
      parts.ribbon,
    ),
    parts.infobar,
    element('h1', {}, subject || '(No subject)'),
    element(
      'p',
      { class: 'from' },
      element('strong', {}, from.name || from.address),
      ` <${from.address}>`,
    ),
    element('p', { class: 'to' }, `To: ${names(to)}${cc.length > 0 ? `  Cc: ${names(cc)}` : ''}`),
    element('p', { class: 'at' }, new Date(at).toUTCString()),
    element('ul', { class: 'files' }, ...files.map(({ name }) => element('li', {}, name))),
    body(message),
  );
}

function names(people: readonly Person[]): string {
  return people.map(({ name, address }) => name || address).join('; ');
}

// Mail is hostile: its HTML stands in a frame that runs no script and loads nothing.
function body({ html, text }: MessageData): HTMLElement {
  if (html === null) return element('pre', { class: 'message-text' }, text);
  const frame = element('iframe', {
    class: 'message-body',
    sandbox: 'allow-same-origin',
    title: 'Message text',
  });
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank"><style>${style}</style>${html}`;
  return frame;
}
