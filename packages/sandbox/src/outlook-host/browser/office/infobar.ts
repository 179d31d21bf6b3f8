import { button, element } from '../dom.ts';
import type { Notification, OpenItem } from '../open-item.ts';
import { raiseOn } from './addin-host.ts';
import type { Pane } from './pane.ts';
import { buttonWithId, pressButton } from './ribbon.ts';

const kinds = ['information', 'progress', 'error', 'insight'] as const;

/** Draws the lines in which an add-in speaks, above the item. */
export function drawInfobar(
  place: HTMLElement,
  notifications: ReadonlyMap<string, Notification>,
  item: () => OpenItem,
  pane: Pane,
): void {
  place.replaceChildren(
    ...[...notifications.values()].map((one) => {
      const kind = kinds[one.type] ?? 'information';
      const role = kind === 'error' ? 'alert' : 'status';
      const line = element(
        'div',
        { class: `infobar infobar-${kind}`, role, 'data-key': one.key },
        element('span', {}, one.message),
      );
      for (const { actionText, commandId } of one.actions ?? []) {
        line.append(
          button(actionText, {}, () => {
            const found = buttonWithId(commandId);
            if (found !== undefined) pressButton(found, item(), pane);
          }),
        );
      }
      line.append(
        button('✕', { 'aria-label': 'Dismiss' }, () => {
          line.remove();
          raiseOn(item(), 'olkInfobarClicked', [
            { infobarType: 0, actionType: 1, notificationMessageKey: one.key },
          ]);
        }),
      );
      return line;
    }),
  );
}
