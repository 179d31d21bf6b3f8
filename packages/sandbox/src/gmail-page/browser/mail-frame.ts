import type { MessageData } from '../page-data.ts';
import { element } from './dom.ts';

const style = `body{margin:0;font:14px/1.5 Arial,Helvetica,sans-serif;color:#202124;overflow-wrap:anywhere}
blockquote{margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex;color:#5f6368}a{color:#0b57d0}`;

/**
 * What a mail says. HTML stands in a frame that runs no script and loads nothing (its height is read from outside);
 * mail without HTML is plain text.
 */
export function mailFrame({ html, text }: MessageData): HTMLElement {
  if (html === null) return element('div', { class: 'a3s sb_text' }, text);
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  const frame = element('iframe', { class: 'a3s', sandbox: 'allow-same-origin', title: 'Message' });
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank"><style>${style}</style>${html}`;
  frame.addEventListener('load', () => {
    const height = frame.contentDocument?.documentElement.scrollHeight ?? 200;
    frame.style.height = `${Math.min(Math.max(height, 40), 4000)}px`;
  });
  return frame;
}
