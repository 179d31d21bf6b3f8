import { messages } from '../messages.ts';

/** The line under a compose window that nobody recognised: it says that mail leaves as usual, untracked. */
export function createRestingNotice(): HTMLElement {
  const element = document.createElement('div');
  element.dataset['postriderResting'] = '';
  const root = element.attachShadow({ mode: 'open' });
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.textContent = messages.resting;
  line.style.cssText =
    'margin:0;padding:6px 16px;font:13px/20px system-ui,sans-serif;color:#5e5e5e;background:#f2f2f2';
  root.append(line);
  return element;
}
