import type { AddinButton } from '../../manifest/addin-manifest.ts';
import { button, element } from '../dom.ts';
import { facts } from '../facts.ts';
import type { OpenItem } from '../open-item.ts';
import { runButton } from './launch.ts';
import type { Pane } from './pane.ts';

/** The add-in's buttons for an item, in the order of its manifest. */
export function ribbon(item: OpenItem, pane: Pane): HTMLElement {
  const surface = item.kind === 'compose' ? 'compose' : 'read';
  const buttons = (facts.addin?.buttons ?? []).filter((one) => one.surface === surface);
  return element(
    'div',
    { class: 'ribbon', role: 'toolbar', 'aria-label': 'Add-ins' },
    ...buttons.map((one) => ribbonButton(one, item, pane)),
  );
}

/** Does what a button of the add-in does. */
export function pressButton(addinButton: AddinButton, item: OpenItem, pane: Pane): void {
  const { id, action } = addinButton;
  if (action.kind === 'function') runButton(id, action.name, item);
  else pane.open(addinButton, item);
}

/** The add-in's button with this id. */
export function buttonWithId(id: string): AddinButton | undefined {
  return facts.addin?.buttons.find((one) => one.id === id);
}

function ribbonButton(addinButton: AddinButton, item: OpenItem, pane: Pane): HTMLElement {
  const made = button(addinButton.label, { 'data-button': addinButton.id }, () =>
    pressButton(addinButton, item, pane),
  );
  if (addinButton.icon !== null) {
    made.prepend(element('img', { src: addinButton.icon, alt: '', width: '16', height: '16' }));
  }
  return made;
}
