/**
 * Whether the element stands on a dark background. Gmail's theme is Gmail's own setting and does not follow the
 * system's, and its class names change, so the colours that are really there decide. Not mounted: the system's.
 */
export function isDark(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (
      getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? ['0', '0', '0', '0']
    ).map(Number);
    if (alpha > 0.5) return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
  }
  return false;
}
