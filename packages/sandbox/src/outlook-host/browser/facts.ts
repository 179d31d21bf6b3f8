import type { PageFacts } from '../page-facts.ts';

/** What the server has drawn the page for. */
export const facts: PageFacts = JSON.parse(document.getElementById('facts')?.textContent ?? '');
