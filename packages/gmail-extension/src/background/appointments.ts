/** The furthest that an alarm and a timer are set ahead, ms: a computer's clock may be put right meanwhile. */
const furthestMs = 3_600_000;

/** Makes the worker be called back at an instant. */
export type Appointments = {
  /** At this instant (epoch ms) or a little earlier; the earliest asked for counts. */
  at(instant: number): void;
};

/**
 * Calls back at what was asked for. Chrome fires no alarm earlier than 30 s ahead, so a timer carries what is nearer and
 * the alarm stands behind it in case the worker is stopped first. `name` is the alarm's own.
 */
export function appointments(name: string, onTime: () => void): Appointments {
  let timer: { readonly id: ReturnType<typeof setTimeout>; readonly instant: number } | null = null;
  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) onTime();
  });
  return {
    at(wanted) {
      const instant = Math.min(wanted, Date.now() + furthestMs);
      if (timer && timer.instant <= instant) return;
      if (timer) clearTimeout(timer.id);
      const fire = () => {
        timer = null;
        onTime();
      };
      timer = { id: setTimeout(fire, Math.max(0, instant - Date.now())), instant };
      void chrome.alarms.create(name, { when: instant });
    },
  };
}
