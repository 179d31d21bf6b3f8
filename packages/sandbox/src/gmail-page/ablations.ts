import type { PageVariant } from './create-gmail-page.ts';

// What to look for in the page, and what to put in its place.
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
} as const satisfies Readonly<Record<string, readonly [string | RegExp, string]>>;

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
