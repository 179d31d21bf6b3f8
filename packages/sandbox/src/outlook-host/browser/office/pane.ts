import type { AddinButton } from '../../manifest/addin-manifest.ts';
import { server } from '../ask-server.ts';
import { button, element } from '../dom.ts';
import { facts } from '../facts.ts';
import type { OpenItem } from '../open-item.ts';
import type { BoundFrame } from './addin-host.ts';
import { changeItem, openAddinFrame } from './addin-host.ts';

/** The add-in's task pane beside the item. */
export type Pane = {
  readonly open: (addinButton: AddinButton, item: OpenItem) => void;
  /** Another item, or none, came in front: a pinned pane follows, any other closes. */
  readonly itemChanged: (item: OpenItem | null) => Promise<void>;
};

type Opened = { readonly frame: BoundFrame; readonly box: HTMLElement; pinned: boolean };

/** An empty place for the pane. */
export function createPane(place: HTMLElement): Pane {
  let opened: Opened | null = null;

  function close(): void {
    opened?.frame.close();
    opened?.box.remove();
    if (opened !== null) void server.event({ kind: 'pane', what: 'closed' });
    opened = null;
  }

  function open({ action, label }: AddinButton, item: OpenItem): void {
    if (action.kind !== 'pane') return;
    close();
    const body = element('div', { class: 'pane-body' });
    const head = element('header', {}, element('h2', {}, facts.addin?.name ?? label));
    const box = element('aside', { class: 'pane', 'aria-label': 'Add-in pane' }, head, body);
    place.append(box);
    const made: Opened = {
      frame: openAddinFrame('pane', action.url, item, body),
      box,
      pinned: false,
    };
    opened = made;
    if (action.pinnable && facts.client.pinning) head.append(pin(made));
    head.append(button('✕', { 'aria-label': 'Close pane' }, close));
    void server.event({ kind: 'pane', what: 'opened' });
  }

  return {
    open,
    itemChanged: async (item) => {
      if (opened === null || opened.frame.item === item) return;
      const keeps = opened.pinned && item?.kind !== 'compose';
      if (!keeps || (await server.defects()).includes('pin-lost')) close();
      else changeItem(opened.frame, item);
    },
  };
}

function pin(opened: Opened): HTMLElement {
  const made = button('Pin', { 'aria-label': 'Pin pane', 'aria-pressed': 'false' }, () => {
    opened.pinned = !opened.pinned;
    made.setAttribute('aria-pressed', String(opened.pinned));
    if (opened.pinned) void server.event({ kind: 'pane', what: 'pinned' });
  });
  return made;
}
