import type { AddinButton, ButtonAction } from './addin-manifest.ts';
import type { Resources } from './resources.ts';
import { childAt, childrenOf } from './xml.ts';
import type { Element } from './xml.ts';

/** The buttons of one command surface, in their order; menus and controls without an action are left out. */
export function buttonsOf(
  points: readonly Element[],
  surface: 'MessageComposeCommandSurface' | 'MessageReadCommandSurface',
  resources: Resources,
): readonly AddinButton[] {
  return points
    .filter(({ attributes }) => attributes['type'] === surface)
    .flatMap((point) => childrenOf(point, 'OfficeTab'))
    .flatMap((tab) => childrenOf(tab, 'Group'))
    .flatMap((group) => childrenOf(group, 'Control'))
    .flatMap((control) => {
      const action = actionOf(childAt(control, 'Action'), resources);
      if (action === null) return [];
      return [
        {
          id: control.attributes['id'] ?? '',
          label: resources.text(childAt(control, 'Label')) ?? '',
          icon: resources.image(
            childrenOf(childAt(control, 'Icon'), 'Image').find(
              ({ attributes }) => attributes['size'] === '32',
            ),
          ),
          surface: surface === 'MessageComposeCommandSurface' ? 'compose' : 'read',
          action,
        } as const,
      ];
    });
}

function actionOf(action: Element | undefined, resources: Resources): ButtonAction | null {
  if (action?.attributes['type'] === 'ExecuteFunction') {
    return { kind: 'function', name: childAt(action, 'FunctionName')?.text ?? '' };
  }
  const url = resources.url(childAt(action, 'SourceLocation'));
  if (action?.attributes['type'] !== 'ShowTaskpane' || url === null) return null;
  return { kind: 'pane', url, pinnable: childAt(action, 'SupportsPinning')?.text === 'true' };
}
