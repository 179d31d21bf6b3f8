import type { LookTimes } from '@postrider/shared/application/watch-mailbox/current-watch';

const regularlyMs = 60_000;

/** A pane that comes into sight again has looked a moment ago if it is less than this, ms. */
const freshMs = 15_000;

/** Looks of a pane: now, every minute while it can be seen, and at the times that a look asks for. */
export type LookClock = LookTimes & {
  /** Begins; gives back how to end. */
  start(look: () => void): () => void;
};

/** Makes the clock over the page's own timers and visibility. */
export function createLookClock(page: Document): LookClock {
  let look: (() => void) | null = null;
  let lookedAt = 0;
  let appointment: { readonly id: ReturnType<typeof setTimeout>; readonly instant: number } | null =
    null;

  const lookNow = () => {
    if (look === null || page.visibilityState !== 'visible') return;
    lookedAt = Date.now();
    look();
  };

  return {
    at(instant) {
      if (look === null || (appointment && appointment.instant <= instant)) return;
      if (appointment) clearTimeout(appointment.id);
      const fire = () => {
        appointment = null;
        lookNow();
      };
      appointment = { id: setTimeout(fire, Math.max(0, instant - Date.now())), instant };
    },
    start(whatToDo) {
      look = whatToDo;
      const regular = setInterval(lookNow, regularlyMs);
      const seen = () => {
        if (Date.now() - lookedAt >= freshMs) lookNow();
      };
      page.addEventListener('visibilitychange', seen);
      lookNow();
      return () => {
        look = null;
        clearInterval(regular);
        if (appointment) clearTimeout(appointment.id);
        page.removeEventListener('visibilitychange', seen);
      };
    },
  };
}
