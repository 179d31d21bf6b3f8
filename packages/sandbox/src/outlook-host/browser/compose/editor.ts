import { element } from '../dom.ts';
import { bodyOf, htmlToText, textToHtml } from './html.ts';

/** The body of a mail that is written. */
export type Editor = {
  readonly element: HTMLElement;
  readonly html: () => string;
  readonly setHtml: (html: string) => void;
  readonly text: () => string;
  readonly focus: () => void;
};

// The mail's HTML may come from anywhere: it stands in a document that runs no script and loads nothing.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: cid:";
const style =
  'body{margin:12px;font:15px/1.45 "Segoe UI",system-ui,sans-serif;overflow-wrap:anywhere}';

/** An editor for HTML. Pictures named `cid:` show no picture: what is sent is the same. */
export function htmlEditor(
  direction: 'ltr' | 'rtl',
  changed: () => void,
): { readonly element: HTMLElement; readonly ready: Promise<Editor> } {
  const frame = element('iframe', { class: 'editor', title: 'Message body' });
  frame.srcdoc = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style></head><body contenteditable="true" aria-label="Message body" dir="${direction}"></body></html>`;
  let head = '';

  function body(): HTMLElement {
    const found = frame.contentDocument?.body;
    if (found === undefined) throw new Error('The editor is not there yet.');
    return found;
  }

  const editor: Editor = {
    element: frame,
    html: () => {
      const { dir, innerHTML } = body();
      return `<html><head>${head}</head><body${dir === '' ? '' : ` dir="${dir}"`}>${innerHTML}</body></html>`;
    },
    setHtml: (html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      for (const script of parsed.querySelectorAll('script')) script.remove();
      head = parsed.head.innerHTML;
      if (parsed.body.dir !== '') body().dir = parsed.body.dir;
      body().innerHTML = parsed.body.innerHTML;
      changed();
    },
    text: () => htmlToText(bodyOf(editor.html())),
    focus: () => body().focus(),
  };
  const loaded = Promise.withResolvers<Editor>();
  frame.addEventListener(
    'load',
    () => {
      body().addEventListener('input', changed);
      loaded.resolve(editor);
    },
    { once: true },
  );
  return { element: frame, ready: loaded.promise };
}

/** An editor for plain text. Its HTML is the text, shown as it stands. */
export function textEditor(direction: 'ltr' | 'rtl', changed: () => void): Editor {
  const area = element('textarea', {
    class: 'editor',
    'aria-label': 'Message body',
    dir: direction,
  });
  area.addEventListener('input', changed);
  return {
    element: area,
    html: () => `<html><head></head><body>${textToHtml(area.value)}</body></html>`,
    setHtml: (html) => {
      area.value = htmlToText(bodyOf(html));
      changed();
    },
    text: () => area.value,
    focus: () => area.focus(),
  };
}
