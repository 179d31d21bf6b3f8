import axe from 'axe-core';
import { page } from 'vitest/browser';

/** Waits until every motion has come to its end. */
export async function settled(): Promise<void> {
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
}

/** What axe finds wrong in the page, one line each. */
export async function axeFindings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** What reaches out of the page to either side, but for text that is cut off on purpose. */
export function widerThanThePage(): readonly string[] {
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return (right > width + 0.5 || left < -0.5) && !isClipped(element);
  });
  const scrolls = document.documentElement.scrollWidth > width ? ['the page scrolls'] : [];
  return [...scrolls, ...wide.map((element) => element.outerHTML.slice(0, 120))];
}

function isClipped(element: Element): boolean {
  return element.closest('.one-line, .entry-fact, .for-ears, [popover]') !== null;
}

/** A button by its name. */
export const button = (name: string | RegExp) => page.getByRole('button', { name });
