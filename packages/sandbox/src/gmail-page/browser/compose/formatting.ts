import { find, onPress } from '../dom.ts';
import type { IconName } from '../icons.ts';
import { icon } from '../icons.ts';

// The capture's buttons and the editor command behind each; the others only look like Gmail's.
const commands: Readonly<Record<string, readonly [IconName, string | null]>> = {
  '+undo': ['undo', 'undo'],
  '+redo': ['redo', 'redo'],
  '+fontSize': ['size', null],
  '+bold': ['bold', 'bold'],
  '+italic': ['italic', 'italic'],
  '+underline': ['underline', 'underline'],
  '+foreColor': ['colour', null],
  alignMenu: ['align', null],
  '+insertOrderedList': ['numbered', 'insertOrderedList'],
  '+insertUnorderedList': ['bulleted', 'insertUnorderedList'],
  '+outdent': ['outdent', 'outdent'],
  '+indent': ['indent', 'indent'],
  '+BLOCKQUOTE': ['quote', null],
  '+strikeThrough': ['strike', 'strikeThrough'],
  '+removeFormat': ['plain', 'removeFormat'],
  moreMenu: ['more', null],
  Files: ['clip', null],
  '+link': ['link', 'createLink'],
  '+emoticon': ['smile', null],
  docs: ['drive', null],
  image: ['image', null],
  locker: ['lock', 'locker'],
  signature: ['sign', null],
};

/** Draws the buttons below the editor and gives those their work that the sandbox knows. */
export function addFormatting(dialog: HTMLElement, body: HTMLElement, changed: () => void): void {
  for (const button of dialog.querySelectorAll<HTMLElement>('[command]')) {
    const known = commands[button.getAttribute('command') ?? ''];
    if (known === undefined) continue;
    const [name, command] = known;
    draw(find(button, '.aaA') ?? button, name);
    // The selection must stay in the editor.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    if (command === null) disable(button);
    else if (command !== 'locker') onPress(button, () => run(command));
  }
  const toolbar = find(dialog, '.aX');
  const toggle = find(dialog, '.dv')?.closest<HTMLElement>('[role=button]');
  const drawing = find(dialog, '.dv');
  if (drawing !== null) draw(drawing, 'text');
  if (toggle && toolbar !== null) {
    onPress(toggle, () => {
      toolbar.style.display = toolbar.style.display === 'none' ? '' : 'none';
    });
  }
  const discard = find(dialog, '.og');
  if (discard !== null) draw(discard, 'trash');
  // Beside its image and not instead of it: InboxSDK throws where the image is missing.
  find(dialog, '.Xv .J-JN-M-I-Jm')?.append(icon('more'));
  const moreSend = find(dialog, '.hG');
  if (moreSend !== null) {
    draw(find(moreSend, '.G-asx') ?? moreSend, 'caret');
  }

  function run(command: string): void {
    const value =
      command === 'createLink' ? window.prompt('Link to which address?', 'https://') : null;
    if (command === 'createLink' && value === null) return;
    body.focus();
    document.execCommand(command, false, value ?? undefined);
    changed();
  }
}

function draw(place: HTMLElement, name: IconName): void {
  place.replaceChildren(icon(name));
}

function disable(button: HTMLElement): void {
  button.setAttribute('aria-disabled', 'true');
  button.title = `${button.getAttribute('aria-label') ?? ''} (not in the sandbox)`;
}
