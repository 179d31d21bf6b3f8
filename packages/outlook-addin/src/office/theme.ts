/** Whether Outlook shows itself dark; null where it does not say (Mailbox below 1.14, web), and the browser decides. */
export function isOutlookDark(): boolean | null {
  const background = Office.context.officeTheme?.bodyBackgroundColor ?? '';
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background);
  if (found === null) return null;
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((part) => Number.parseInt(part, 16));
  // Perceived brightness (ITU-R BT.601 luma).
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

/** Calls back when the rep changes Outlook's theme, where it tells (Mailbox 1.14). */
export function onThemeChanged(listener: () => void): void {
  try {
    Office.context.mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, listener);
  } catch {
    // An older Outlook keeps its theme for as long as it runs.
  }
}
