import type { PageFacts } from '../page-facts.ts';

declare global {
  interface Window {
    /** Gmail's own table of values; [10] is the mailbox's address. */
    readonly GLOBALS: readonly unknown[];
    /** What the sandbox says to its page. */
    readonly SANDBOX: PageFacts;
  }
}

/** What the server told this page when it was loaded. */
export const facts = window.SANDBOX;

/** The mailbox that this page shows. */
export const { me } = facts;

/** Whether the page is to leave out a part that its script makes (`without` in ablations.ts). */
export function isWithout(part: string): boolean {
  return facts.without.includes(part);
}

/** Everybody that this mailbox may send as, its own address first. */
export const senders = [me, ...facts.aliases];
