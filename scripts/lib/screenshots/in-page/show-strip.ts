import { statusArea } from '../../../../packages/gmail-extension/src/content/gmail-page/gmail-selectors.ts';
import { createRestingNotice } from '../../../../packages/gmail-extension/src/content/gmail-page/resting/resting-notice.ts';
import { stripView } from '../../../../packages/gmail-extension/src/content/gmail-page/strip/strip-view.ts';
import { createStrip } from '../../../../packages/gmail-extension/src/content/gmail-page/strip/strip.ts';
import { stripScenes } from '../strip-scenes.ts';

/** Runs in Gmail's page: puts the product's own strip under the compose window, as one scene has it. */
function showStrip(name: string): void {
  const scene = stripScenes[name];
  const root = document.querySelector('[role="dialog"]');
  if (scene === undefined || root === null) throw new Error(`There is no ${name} to show.`);
  if (scene.kind === 'unrecognised') {
    const notice = createRestingNotice();
    notice.show(scene.followed);
    root.append(notice.element);
    return;
  }
  const strip = createStrip({ onSwitch: () => undefined, onAction: () => undefined });
  (root.querySelector(statusArea) ?? root).append(strip.element);
  strip.show(stripView(scene.state));
  if (scene.state.refused.length > 0) strip.focusAction();
}

Reflect.set(globalThis, 'showStrip', showStrip);
