import { element, find, findInput, must, onPress } from '../dom.ts';
import { me } from '../page-globals.ts';
import { toast } from '../toast.ts';
import type { Draft } from './draft.ts';
import { addFormatting } from './formatting.ts';
import { recipientField } from './recipients.ts';
import { isAddress } from './recipients.ts';
import type { SyncIds } from './send-sync.ts';
import { nextNumber, sendSync } from './send-sync.ts';
import { showAlert } from './show-alert.ts';
import type { Written } from './sync-request.ts';
import { syncRequest } from './sync-request.ts';
import { addWindowControls } from './window-controls.ts';

const autosaveMs = 700;
let windows = 0;

/** An open compose window. */
export type ComposeWindow = {
  readonly key: string;
  readonly focus: () => void;
};

/** What the page does when something becomes of a compose window. */
export type ComposeEvents = {
  readonly saved: () => void;
  readonly closed: (key: string) => void;
  readonly discarded: (key: string) => void;
  /** Gmail has taken the mail. */
  readonly sent: (ids: SyncIds) => void;
  /** Gmail has not taken it: the window must come back with what stood in it. */
  readonly failed: (draft: Draft) => void;
};

/** Opens a compose window in Gmail's own markup and keeps its draft saved. */
export function openComposeWindow(draft: Draft, events: ComposeEvents): ComposeWindow {
  const outer = cloneTemplate();
  const dialog = find(outer, '[role=dialog]') ?? outer;
  const body = must(dialog, '.Am[contenteditable]');
  const subject = findInput(dialog, 'input.aoT');
  let { saved } = draft;
  let { quote } = draft;
  let timer = 0;
  let dirty = false;
  let saving: Promise<void> = Promise.resolve();

  const to = recipientField(dialog, 'to', changed);
  const cc = recipientField(dialog, 'cc', changed);
  const bcc = recipientField(dialog, 'bcc', changed);
  fillIn();

  function fillIn(): void {
    setHidden(dialog, 'composeid', String(windows));
    setHidden(dialog, 'draft', `#${draft.key}`);
    setHidden(dialog, 'rt', `#${draft.threadKey}`);
    setHidden(dialog, 'rm', draft.answers?.id ? `#msg-f:${BigInt(`0x${draft.answers.id}`)}` : '');
    to.add(draft.to);
    cc.add(draft.cc);
    bcc.add(draft.bcc);
    if (subject !== null) subject.value = draft.subject;
    // The page's own quote, or a draft made harmless by its reader: never mail as it came.
    body.innerHTML = draft.html === '' ? '<br>' : draft.html;
    showTitle();
  }

  function changed(): void {
    dirty = true;
    showTitle();
    clearTimeout(timer);
    timer = window.setTimeout(save, autosaveMs);
  }

  function showTitle(): void {
    const title = find(dialog, '.aYF');
    if (title !== null) title.textContent = subject?.value || 'New Message';
  }

  function written(): Written {
    return {
      to: to.people(),
      cc: cc.people(),
      bcc: bcc.people(),
      subject: subject?.value ?? '',
      html: body.innerHTML,
      quote,
    };
  }

  function post(purpose: 'save' | 'send'): Promise<SyncIds> {
    const context = { number: nextNumber(), now: Date.now(), from: me };
    const request = syncRequest(purpose, { ...draft, saved }, written(), context);
    return sendSync(request, draft.key);
  }

  function save(): Promise<void> {
    clearTimeout(timer);
    if (!dirty) return saving;
    dirty = false;
    saving = saveAfter(saving);
    return saving;
  }

  async function saveAfter(earlier: Promise<void>): Promise<void> {
    await earlier;
    try {
      await post('save');
      saved = true;
      events.saved();
    } catch {
      dirty = true;
      toast('Draft could not be saved.');
    }
  }

  async function send(): Promise<void> {
    for (const field of [to, cc, bcc]) field.commit();
    const people = [...to.people(), ...cc.people(), ...bcc.people()];
    if (people.length === 0) return showAlert('Please specify at least one recipient.');
    const bad = people.find(({ address }) => !isAddress(address));
    if (bad !== undefined) {
      return showAlert(
        `The address "${bad.address}" was not recognised. Please check it and try again.`,
      );
    }
    clearTimeout(timer);
    dirty = false;
    const kept = written();
    toast('Sending…', [], 60_000);
    await saving;
    // Begun before the window is gone, as in Gmail: whoever watches still sees the draft's key.
    const sending = post('send');
    outer.remove();
    events.closed(draft.key);
    try {
      events.sent(await sending);
    } catch {
      toast('Message could not be sent. Check your connection and try again.');
      events.failed({ ...draft, ...kept, saved });
    }
    return undefined;
  }

  function close(): void {
    void save();
    outer.remove();
    events.closed(draft.key);
  }

  function discard(): void {
    clearTimeout(timer);
    outer.remove();
    events.closed(draft.key);
    void saving.then(() => events.discarded(draft.key));
  }

  body.addEventListener('input', changed);
  subject?.addEventListener('input', changed);
  const sendButton = find(dialog, '.T-I-atl:not(.hG)');
  if (sendButton !== null) onPress(sendButton, () => void send());
  const discardButton = find(dialog, '.og');
  const discardPress = discardButton?.closest<HTMLElement>('[role=button]');
  if (discardPress) onPress(discardPress, discard);
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  });
  addFormatting(dialog, body, changed);
  addWindowControls(outer, dialog, close);
  showQuoteButton();
  (find(document, 'div.AD') ?? find(document, 'div.aJl + div') ?? document.body).append(outer);
  focus();

  function showQuoteButton(): void {
    const button = find(dialog, '.ajR');
    if (button === null || quote === '') return;
    button.style.display = '';
    button.replaceChildren(element('span', { class: 'ajT', title: 'Show trimmed content' }, '•••'));
    onPress(button, () => {
      body.insertAdjacentHTML('beforeend', quote);
      quote = '';
      button.style.display = 'none';
      changed();
    });
  }

  function focus(): void {
    if (to.people().length === 0) to.focus();
    else body.focus();
  }

  return { key: draft.key, focus };
}

function cloneTemplate(): HTMLElement {
  windows += 1;
  const template = must(document, '#compose-window');
  if (!(template instanceof HTMLTemplateElement)) throw new Error('The page has no template.');
  const outer = document.importNode(template.content, true).firstElementChild;
  if (!(outer instanceof HTMLElement)) throw new Error('The page has no compose window.');
  // The capture's ids are those of one window; every window of Gmail has its own.
  for (const named of outer.querySelectorAll('[id]')) named.id = `${named.id}.${windows}`;
  for (const region of outer.querySelectorAll('[aria-labelledby]')) {
    region.setAttribute('aria-labelledby', `${region.getAttribute('aria-labelledby')}.${windows}`);
  }
  return outer;
}

function setHidden(dialog: HTMLElement, name: string, value: string): void {
  const input = findInput(dialog, `input[name=${name}]`);
  if (input !== null) input.value = value;
}
