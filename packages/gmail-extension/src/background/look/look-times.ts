import type { LookTimes } from '@postrider/shared/application/watch-mailbox/current-watch';

const heartbeat = 'look-regularly';
const appointment = 'look-at';
const regularlyMinutes = 1;

/**
 * Calls back once a minute, and at what was asked for. Alarms can be lost at a restart of the browser, so the
 * regular one is set anew at each start; Chrome fires none earlier than 30 s ahead, so a timer carries what is nearer
 * and the alarm stands behind it in case the worker is stopped first.
 */
export function lookTimes(onTime: () => void): LookTimes {
  let timer: { readonly id: ReturnType<typeof setTimeout>; readonly instant: number } | null = null;
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === heartbeat || name === appointment) onTime();
  });
  void setHeartbeat();
  return {
    at(instant) {
      if (timer && timer.instant <= instant) return;
      if (timer) clearTimeout(timer.id);
      const fire = () => {
        timer = null;
        onTime();
      };
      timer = { id: setTimeout(fire, Math.max(0, instant - Date.now())), instant };
      void chrome.alarms.create(appointment, { when: instant });
    },
  };
}

async function setHeartbeat(): Promise<void> {
  if (await chrome.alarms.get(heartbeat)) return;
  await chrome.alarms.create(heartbeat, { periodInMinutes: regularlyMinutes });
}
