/** The rep's switch in each compose window, also for a while after the window has closed. */
export type ComposeChoices = {
  /** A window whose draft Gmail may not have named yet. */
  add(window: { draftKey(): string | null; follow(): boolean }): void;
  /** Send was pressed in this window; its traffic comes in a moment. */
  pressed(window: { draftKey(): string | null; follow(): boolean }): void;
  /** The switch of the window that a draft stands in; null where none is known. */
  of(draftKey: string): boolean | null;
};

/** Traffic that comes so soon after a press belongs to it where the window could not name its draft. */
const samePressMs = 5000;
const mostKept = 50;

/** Starts with no window. */
export function createComposeChoices(now: () => number): ComposeChoices {
  const windows: { draftKey(): string | null; follow(): boolean }[] = [];
  let press: { readonly at: number; readonly follow: boolean } | null = null;
  return {
    add(window) {
      windows.unshift(window);
      windows.length = Math.min(windows.length, mostKept);
    },
    pressed(window) {
      press = window.draftKey() === null ? { at: now(), follow: window.follow() } : null;
    },
    of(draftKey) {
      const known = windows.find((window) => window.draftKey() === draftKey);
      if (known) return known.follow();
      return press !== null && now() - press.at < samePressMs ? press.follow : null;
    },
  };
}
