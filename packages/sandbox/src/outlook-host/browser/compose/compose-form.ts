import type { Person } from '../../page-data.ts';
import { button, element } from '../dom.ts';
import { facts } from '../facts.ts';
import type { Editor } from './editor.ts';
import { htmlEditor, textEditor } from './editor.ts';
import { recipientField } from './recipients.ts';

/** The form in which a mail is written. What stands in it is the truth. */
export type ComposeForm = {
  readonly element: HTMLElement;
  readonly bodyType: 'html' | 'text';
  /** Where the add-in's lines and buttons go. */
  readonly infobar: HTMLElement;
  readonly ribbon: HTMLElement;
  readonly people: (field: 'to' | 'cc' | 'bcc') => readonly Person[];
  readonly setPeople: (field: 'to' | 'cc' | 'bcc', people: readonly Person[]) => void;
  readonly subject: () => string;
  readonly setSubject: (subject: string) => void;
  readonly html: () => string;
  readonly setHtml: (html: string) => void;
  readonly text: () => string;
  readonly setAttachments: (names: readonly string[]) => void;
  /** Tells that something about the mail changed outside the form. */
  readonly changed: () => void;
  readonly focus: () => void;
};

/** What a person does in the form. */
export type FormEvents = {
  readonly changed: () => void;
  readonly recipientsChanged: (field: 'to' | 'cc' | 'bcc') => void;
  readonly fromChanged: (from: Person) => void;
  readonly send: () => void;
  readonly discard: () => void;
  readonly close: () => void;
};

/** Draws an empty form. */
export async function composeForm(
  options: {
    readonly bodyType: 'html' | 'text';
    readonly direction: 'ltr' | 'rtl';
    readonly from: Person;
  },
  events: FormEvents,
): Promise<ComposeForm> {
  const { bodyType, direction } = options;
  const fields = {
    to: recipientField('To', () => events.recipientsChanged('to')),
    cc: recipientField('Cc', () => events.recipientsChanged('cc')),
    bcc: recipientField('Bcc', () => events.recipientsChanged('bcc')),
  };
  const subject = element('input', { 'aria-label': 'Subject', placeholder: 'Add a subject' });
  subject.addEventListener('input', events.changed);
  const infobar = element('div', { class: 'infobars' });
  const ribbon = element('div', { class: 'ribbon-place' });
  const files = element('ul', { class: 'files', 'aria-label': 'Attachments' });
  const body = element('div', { class: 'editor-place' });
  const form = element(
    'section',
    { class: 'compose', 'aria-label': 'New message' },
    element(
      'div',
      { class: 'compose-tools' },
      button('Send', { class: 'primary' }, events.send),
      button('Discard', {}, events.discard),
      button('Close', {}, events.close),
      ribbon,
    ),
    infobar,
    fromField(options.from, events.fromChanged),
    ...Object.values(fields).map((field) => field.element),
    element('label', { class: 'field' }, element('span', {}, 'Subject'), subject),
    files,
    body,
  );
  // A frame loads only where it can be seen.
  document.querySelector('.reading')?.replaceChildren(form);
  const editor = await editorFor(bodyType, direction, events.changed, body);

  return {
    element: form,
    bodyType,
    infobar,
    ribbon,
    people: (field) => fields[field].people(),
    setPeople: (field, people) => {
      fields[field].set(people);
    },
    subject: () => subject.value,
    setSubject: (text) => {
      subject.value = text;
      events.changed();
    },
    html: editor.html,
    setHtml: editor.setHtml,
    text: editor.text,
    setAttachments: (names) => {
      files.replaceChildren(...names.map((name) => element('li', {}, name)));
    },
    changed: events.changed,
    focus: editor.focus,
  };
}

async function editorFor(
  bodyType: 'html' | 'text',
  direction: 'ltr' | 'rtl',
  changed: () => void,
  place: HTMLElement,
): Promise<Editor> {
  if (bodyType === 'text') {
    const editor = textEditor(direction, changed);
    place.append(editor.element);
    return editor;
  }
  const loading = htmlEditor(direction, changed);
  place.append(loading.element);
  return loading.ready;
}

function fromField(from: Person, changed: (from: Person) => void): HTMLElement {
  const select = element(
    'select',
    { 'aria-label': 'From' },
    ...facts.senders.map(({ name, address }) =>
      element('option', { value: address }, `${name} <${address}>`),
    ),
  );
  select.value = from.address;
  select.addEventListener('change', () => {
    const chosen = facts.senders.find(({ address }) => address === select.value);
    if (chosen !== undefined) changed(chosen);
  });
  return element('label', { class: 'field' }, element('span', {}, 'From'), select);
}
