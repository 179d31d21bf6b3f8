import type { Person } from '../../page-data.ts';
import { element, find, findInput, must, onPress } from '../dom.ts';
import { latestComposeId, setHidden } from './compose-markup.ts';
import type { Draft } from './draft.ts';
import { addFromField } from './from-field.ts';
import { addModes } from './modes.ts';
import { recipientField } from './recipients.ts';
import type { Written } from './sync-request.ts';

/** The fields of a compose form. */
export type ComposeForm = {
  /** What stands in them. */
  readonly written: () => Written;
  /** Everybody the mail goes to, what is still being typed included. */
  readonly recipients: () => readonly Person[];
  readonly body: HTMLElement;
  readonly focus: () => void;
};

/** Fills a form in with a draft. */
export function fillForm(
  root: HTMLElement,
  draft: Draft,
  events: {
    /** After every change by its writer. */
    readonly changed: () => void;
    /** Encryption was turned on. */
    readonly encrypt: () => void;
  },
): ComposeForm {
  const body = must(root, '.Am[contenteditable]');
  const subject = findInput(root, 'input.aoT');
  const title = find(root, '.aYF');
  let { quote } = draft;

  function noteChange(): void {
    if (title !== null) title.textContent = subject?.value || 'New Message';
    events.changed();
  }

  const from = addFromField(root, draft.from, noteChange);
  const to = recipientField(root, 'to', noteChange);
  const cc = recipientField(root, 'cc', noteChange);
  const bcc = recipientField(root, 'bcc', noteChange);
  const fields = [to, cc, bcc];
  to.add(draft.to);
  cc.add(draft.cc);
  bcc.add(draft.bcc);
  setHidden(root, 'composeid', latestComposeId());
  setHidden(root, 'draft', `#${draft.key}`);
  setHidden(root, 'rt', `#${draft.threadKey}`);
  setHidden(root, 'rm', draft.answers?.id ? `#msg-f:${BigInt(`0x${draft.answers.id}`)}` : '');
  if (subject !== null) subject.value = draft.subject;
  if (title !== null) title.textContent = draft.subject || 'New Message';
  // The page's own quote, or a draft made harmless by its reader: never mail as it came.
  body.innerHTML = draft.html === '' ? '<br>' : draft.html;
  body.dir = draft.direction;
  body.style.direction = draft.direction;
  const modes = addModes(root, draft, { changed: noteChange, encrypt: events.encrypt });
  body.addEventListener('input', noteChange);
  subject?.addEventListener('input', noteChange);

  const unfold = find(root, '.ajR');
  if (unfold !== null && quote !== '') {
    unfold.style.display = '';
    unfold.replaceChildren(element('span', { class: 'ajT', title: 'Show trimmed content' }, '•••'));
    onPress(unfold, () => {
      body.insertAdjacentHTML('beforeend', quote);
      quote = '';
      unfold.style.display = 'none';
      noteChange();
    });
  }

  return {
    body,
    written: () => ({
      from: from.chosen(),
      to: to.people(),
      cc: cc.people(),
      bcc: bcc.people(),
      subject: subject?.value ?? '',
      html: body.innerHTML,
      text: body.innerText,
      direction: draft.direction,
      ...modes.now(),
      quote,
    }),
    recipients: () => {
      for (const field of fields) field.commit();
      return fields.flatMap((field) => field.people());
    },
    focus: () => {
      if (to.people().length === 0) to.focus();
      else body.focus();
    },
  };
}
