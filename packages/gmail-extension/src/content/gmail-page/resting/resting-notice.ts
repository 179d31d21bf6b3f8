import { messages } from '../../../messages/gmail-page.ts';

/** The line under a compose window that nobody recognised. */
export type RestingNotice = {
  readonly element: HTMLElement;
  /** `followed`: Gmail's traffic alone is enough to follow the mail. */
  show(followed: boolean): void;
};

/** Builds the line; it says that mail leaves as usual, and whether it is followed. */
export function createRestingNotice(): RestingNotice {
  const element = document.createElement('div');
  element.dataset['postriderResting'] = '';
  const root = element.attachShadow({ mode: 'open' });
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.style.cssText =
    'margin:0;padding:6px 16px;font:13px/20px system-ui,sans-serif;color:#5e5e5e;background:#f2f2f2';
  root.append(line);
  return {
    element,
    show(followed) {
      const text = followed ? messages.byTrafficOnly : messages.resting;
      if (line.textContent !== text) line.textContent = text;
    },
  };
}
