import { expect, it } from 'vitest';

import { censoredHtml } from './censored-html.ts';

it('holds tags, classes, roles and names of attributes, and nothing that was written', () => {
  const root = document.createElement('div');
  root.innerHTML = `<form class="aB kim@globex.example"><span role="option" data-name="Kim" title="kim@globex.example">Kim</span>
    <input name="subjectbox" value="Pricing"><div class="Am" contenteditable><p class="secret">Hello</p></div></form>`;
  const censored = censoredHtml(root);
  expect(censored).toBe(
    [
      'div',
      ' form.aB.?',
      '  span[role=option][data-name][title]',
      '  input[name][value]',
      '  div.Am[contenteditable]',
    ].join('\n'),
  );
});
