const css = `
:host {
  --text: #1f1f1f; --soft: #5e5e5e; --line: #e0e0e0; --accent: #0b57d0; --off: #747775; --knob: #fff;
  --alert: #b3261e;
  /* The strip takes the window's width and never gives it one: a long line would push Gmail's own buttons out. */
  display: block; contain: inline-size;
}
:host([data-theme="dark"]) {
  --text: #e3e3e3; --soft: #c4c7c5; --line: #444746; --accent: #a8c7fa; --off: #8e918f; --knob: #1f1f1f;
  --alert: #f2b8b5;
}
[role="group"] {
  display: flex; align-items: center; gap: 4px; box-sizing: border-box; height: 32px; padding: 0 2px;
  border-top: 1px solid var(--line); color: var(--text);
  font: 13px/20px system-ui, sans-serif; font-variant-numeric: tabular-nums;
}
[hidden] { display: none !important; }
button {
  font: inherit; color: inherit; background: none; border: 0; margin: 0; padding: 3px 4px; border-radius: 6px;
  cursor: pointer; white-space: nowrap;
}
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 0; }
.switch { display: inline-flex; align-items: center; gap: 8px; }
.track { position: relative; width: 28px; height: 16px; border-radius: 8px; background: var(--off); }
.track::after {
  content: ""; position: absolute; top: 2px; left: 2px; width: 12px; height: 12px; border-radius: 6px;
  background: var(--knob); transition: transform 120ms;
}
[aria-checked="true"] .track { background: var(--accent); }
[aria-checked="true"] .track::after { transform: translateX(12px); }
/* Two lines in the height of one: what Postrider says must be read to its end. */
.text {
  color: var(--soft); min-width: 0; overflow: hidden; font-size: 12px; line-height: 15px;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
}
.switch:not([hidden]) + .text::before { content: "·"; padding-inline-end: 8px; }
.actions { display: inline-flex; gap: 4px; flex: none; margin-inline-start: auto; }
.action {
  color: var(--accent); font-weight: 500; max-width: 220px; overflow: hidden; text-overflow: ellipsis;
}
.field {
  font: inherit; color: inherit; background: none; border: 1px solid var(--off); border-radius: 6px;
  flex: 1 1 120px; min-width: 80px; max-width: 260px; height: 24px; box-sizing: border-box; padding: 0 6px;
}
.field:focus-visible { outline: 2px solid var(--accent); outline-offset: 0; }
[role="alert"] { color: var(--alert); }
@media (prefers-reduced-motion: reduce) { .track::after { transition: none; } }
@media (forced-colors: active) {
  .track { background: ButtonText; forced-color-adjust: none; }
  .track::after { background: Canvas; }
  [aria-checked="true"] .track { background: Highlight; }
}
`;

let sheet: CSSStyleSheet | undefined;

/** The strip's style sheet, made once for all windows of the page. */
export function stripStyle(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
