import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../package-root.ts';

const capture = join(packageRoot, 'fixtures/gmail/gmail-compose-2020-10.html');
const clearPixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/**
 * Gmail's compose window as captured in October 2020, with the recipient fields that Gmail has
 * had since 2021: chips in a list box (workspaceupdates.googleblog.com, October 2021). Ids and
 * message keys are cleared; the page sets its own for every window.
 */
export function composeTemplate(): string {
  return readFileSync(capture, 'utf8')
    .trim()
    .replaceAll(
      /(?:\/\/ssl\.gstatic\.com\/ui\/v1\/icons\/mail\/)?images\/cleardot\.gif/g,
      clearPixel,
    )
    .replaceAll(
      /<td class="eV">(?:(?!<\/td>)[\s\S])*?<textarea[^>]*?name="(\w+)"[\s\S]*?<\/td>/g,
      recipients,
    )
    .replaceAll(/max-height: 625px|(?:min-|max-)?height: 436px/g, (rule) =>
      rule.replace(/\d+px/, '340px'),
    )
    .replace('min-height: 416px', 'min-height: 320px')
    .replaceAll(/\sjslog="[^"]*"/g, '')
    .replace('#msg-a:r-7673660351152959857', '')
    .replace('#thread-a:r-7681922771531347793', '');
}

function recipients(_cell: string, kind: string): string {
  const label = { to: 'To', cc: 'Cc', bcc: 'Bcc' }[kind] ?? kind;
  return `<td class="eV"><div class="oj"><div class="wO nr">
    <div class="anm" name="${kind}"><div><div><div><div class="agb">
      <div role="listbox" aria-orientation="horizontal" aria-label="${label}"><div><div class="afx"></div></div></div>
      <div class="afp"><input class="agP aFw" peoplekit-id type="text" role="combobox" aria-label="${label} recipients"
        aria-autocomplete="list" aria-expanded="false" autocomplete="off" spellcheck="false" size="20" tabindex="1"></div>
    </div></div></div></div></div>
  </div></div></td>`;
}
