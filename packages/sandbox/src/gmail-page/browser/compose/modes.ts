import { assumed } from '../../assumed.ts';
import { element, find, must, onPress } from '../dom.ts';
import { facts } from '../page-globals.ts';
import { setHidden } from './compose-markup.ts';
import type { Draft } from './draft.ts';
import { showQuestion } from './show-question.ts';

/** In which way a form writes and sends. */
export type Modes = Pick<Draft, 'plainText' | 'protection' | 'merges'>;

/** Adds what turns Gmail's modes on and off; gives the modes as they are. */
export function addModes(
  root: HTMLElement,
  { plainText, protection, merges }: Modes,
  events: {
    readonly changed: () => void;
    /** Encryption was turned on: Gmail throws the draft away and begins a new one. */
    readonly encrypt: () => void;
  },
): { readonly now: () => Modes } {
  let modes: Modes = { plainText, protection, merges };

  function set(change: Partial<Modes>): void {
    modes = { ...modes, ...change };
    draw();
    events.changed();
  }

  function draw(): void {
    root.classList.toggle('sb_plain', modes.plainText);
    setHidden(root, 'ishtml', modes.plainText ? '0' : '1');
    setHidden(root, 'msg_encrypt', modes.protection === 's/mime' ? '1' : '0');
    setHidden(root, 'securityindicator', modes.protection === 'client-side' ? '1' : '0');
    for (const old of root.querySelectorAll('.sb_mode')) old.remove();
    const line = lines[modes.protection];
    if (line !== null) {
      find(root, '.GP')?.after(element('div', { class: `sb_mode ${line.mark}` }, line.words));
    }
    find(root, `.${assumed.mergeMark.value}`)?.setAttribute('aria-pressed', String(modes.merges));
    const send = find(root, '.aoO');
    if (send !== null) send.textContent = modes.merges ? 'Continue' : 'Send';
    locker?.setAttribute('aria-pressed', String(modes.protection === 'confidential'));
  }

  const locker = find(root, '[command=locker]');
  if (locker !== null) {
    onPress(locker, () => {
      if (modes.protection === 'confidential') set({ protection: 'none' });
      else askConfidential(() => set({ protection: 'confidential' }));
    });
  }
  addPlainText(root, () => set({ plainText: !modes.plainText }));
  if (facts.settings.messageSecurity !== 'none') {
    addSecurity(root, () => {
      if (facts.settings.messageSecurity === 's/mime') set({ protection: 's/mime' });
      else events.encrypt();
    });
  }
  if (facts.settings.mailMerge) addMerge(root, () => set({ merges: !modes.merges }));
  draw();
  return { now: () => modes };
}

const lines = {
  none: null,
  confidential: {
    mark: assumed.confidentialMark.value,
    words: 'Content expires in a week. Recipients won’t have the option to forward, copy or print.',
  },
  'client-side': { mark: assumed.securityMark.value, words: 'Additional encryption is on.' },
  's/mime': { mark: assumed.securityMark.value, words: 'Enhanced encryption (S/MIME) is on.' },
} as const;

function askConfidential(save: () => void): void {
  showQuestion('Confidential mode', [
    { label: 'Save', name: 'locker_controls_dialog_save', run: save },
  ]);
}

function addSecurity(root: HTMLElement, turnOn: () => void): void {
  const button = element(
    'div',
    { class: 'sb_link', role: 'button', tabindex: '1', 'aria-label': 'Message security' },
    '🔒',
  );
  onPress(button, () =>
    showQuestion('Message security', [{ label: 'Turn on', name: 'turn_on', run: turnOn }]),
  );
  find(root, '.fX')?.prepend(button);
}

function addMerge(root: HTMLElement, toggle: () => void): void {
  const button = element(
    'div',
    {
      class: `sb_link ${assumed.mergeMark.value}`,
      role: 'button',
      tabindex: '1',
      'aria-label': 'Use mail merge',
    },
    'Mail merge',
  );
  onPress(button, toggle);
  find(root, '.fX')?.prepend(button);
}

function addPlainText(root: HTMLElement, toggle: () => void): void {
  const button = find(root, '.Xv');
  if (button === null) return;
  const item = element('div', { class: 'J-N', role: 'menuitemcheckbox' }, 'Plain text mode');
  const menu = element('div', { class: 'J-M', role: 'menu', style: 'display:none' }, item);
  must(root, '.btx').append(menu);
  onPress(button, () => {
    menu.style.display = menu.style.display === '' ? 'none' : '';
  });
  onPress(item, () => {
    menu.style.display = 'none';
    toggle();
  });
}
