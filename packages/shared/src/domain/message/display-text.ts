const lineBreaksAndTabs = /[\t\n\v\f\r\u0085\u2028\u2029]/g;

// C0, DEL and C1 controls; bidi controls (Unicode UAX #9: ALM, LRM, RLM, embeddings, overrides, isolates);
// characters nobody sees, in which text can be hidden. Joiners stay: Persian and family emoji need them.
const unseen =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const halfPairs = /\p{Surrogate}/gu;

/**
 * Text from a mail as it may be shown: no controls, no bidi tricks, one line, single spaces, at most `maxLength`
 * UTF-16 units with "…" where it was cut. It is text only; whoever shows it must not read it as HTML.
 */
export function displayText(text: string, maxLength = 500): string {
  const clean = text
    .slice(0, maxLength * 4)
    .replace(lineBreaksAndTabs, ' ')
    .replace(unseen, '')
    .replace(halfPairs, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean.length <= maxLength) return clean;
  return `${clean.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
