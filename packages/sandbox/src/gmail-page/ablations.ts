import type { PageVariant } from './create-gmail-page.ts';

type Cut = readonly [found: string | RegExp, replacement: string];

// What the page's script makes, the script leaves out.
function leftOut(part: string): Cut {
  return ['"without":[]', `"without":["${part}"]`];
}

// What to look for in the page, and what to put in its place. What extensions hold on to: InboxSDK 2.2.26
// and the product; each was looked up in the source of who holds on to it.
const cuts = {
  globals: [/var GLOBALS=[^\n]*?;var GM_/, 'var GM_'],
  'body-class': ['<body class="aAU"', '<body'],
  'compose-row': ['class="AD"', 'class="xAD"'],
  'dialog-role': [' role="dialog"', ''],
  'compose-form': [/<(\/?)form\b(?! role)/g, '<$1div'],
  'body-cell': ['class="Ap"', 'class="xAp"'],
  'editable-mark': ['g_editable="true"', ''],
  'compose-id': ['name="composeid"', 'name="xcomposeid"'],
  'draft-key': ['name="draft"', 'name="xdraft"'],
  'subject-name': ['name="subjectbox"', 'name="xsubjectbox"'],
  'send-row': ['class="IZ"', 'class="xIZ"'],
  'send-cell': ['class="gU Up"', 'class="gU xUp"'],
  'schedule-send': [' selector="scheduledSend"', ''],
  'more-send-options': ['J-J5-Ji hG T-I', 'J-J5-Ji xhG T-I'],
  'discard-button': ['class="oh J-Z-I', 'class="xoh J-Z-I'],
  'formatting-toolbar': ['class="aX"', 'class="xaX"'],
  'status-area': ['class="aDj"', 'class="xaDj"'],
  'button-area': ['class="oc gU"', 'class="xoc gU"'],
  'compose-area': ['<div class="dw">', '<div class="sb_dw">'],
  'send-button-role': [/(class="T-I J-J5-Ji aoO v7 T-I-atl L3"\s+)role="button"/g, '$1'],
  'status-frame': ['class="aDg"', 'class="xaDg"'],
  'bottom-bar': ['class="aDh"', 'class="xaDh"'],
  'from-field': [/(name=")(from" id)/g, '$1x$2'],
  'response-type-image': ['class="J-J5-Ji J-JN-M-I-Jm"', 'class="J-J5-Ji xJ-JN-M-I-Jm"'],
  'title-buttons': ['class="Hm"', 'class="xHm"'],
  'recipient-table': ['class="GS"', 'class="xGS"'],
  'recipient-row': ['class="bzf"', 'class="xbzf"'],
  'recipient-cell': ['class="eV"', 'class="xeV"'],
  'recipient-kind': [/(class="anm" )name=/g, '$1data-name='],
  'recipient-list': [' role="listbox" aria-orientation', ' aria-orientation'],
  'chip-role': leftOut('chip-role'),
  'chip-address': leftOut('chip-address'),
  'chip-name': leftOut('chip-name'),
  'message-id': leftOut('message-id'),
  'reply-place': leftOut('reply-place'),
} as const satisfies Readonly<Record<string, Cut>>;

/** A part of the page that extensions hold on to, and that Gmail may take away any day. */
export type Ablation = keyof typeof cuts;

/** All of them, to go through one by one. */
export function allAblations(): readonly Ablation[] {
  return Object.keys(cuts).filter(isAblation);
}

function isAblation(name: string): name is Ablation {
  return Object.hasOwn(cuts, name);
}

/** The page without one part; the page itself keeps working. Throws where the page has no such part. */
export function without(part: Ablation): PageVariant {
  const [found, replacement] = cuts[part];
  return (html) => {
    const changed = html.replaceAll(
      typeof found === 'string' ? found : new RegExp(found, 'g'),
      replacement,
    );
    if (changed === html) throw new Error(`The page has no ${part} to take away.`);
    return changed;
  };
}

/**
 * The page with what public notes of 2026 tell of Gmail's compose forms: a region that names the form
 * (`[role=region][data-compose-id]`), inside the dialogue and below a message alike.
 */
export const withComposeIds: PageVariant = (html) =>
  html.replaceAll(' class="aoI" role="region"', ' class="aoI" role="region" data-compose-id=""');
