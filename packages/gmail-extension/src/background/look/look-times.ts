import type { LookTimes } from '@postrider/shared/application/watch-mailbox/current-watch';

import { appointments } from '../appointments.ts';

const heartbeat = 'look-regularly';
const regularlyMinutes = 1;

/**
 * Calls back once a minute, and at what was asked for. Alarms can be lost at a restart of the browser, so the
 * regular one is set anew at each start.
 */
export function lookTimes(onTime: () => void): LookTimes {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === heartbeat) onTime();
  });
  void setHeartbeat();
  return appointments('look-at', onTime);
}

async function setHeartbeat(): Promise<void> {
  if (await chrome.alarms.get(heartbeat)) return;
  await chrome.alarms.create(heartbeat, { periodInMinutes: regularlyMinutes });
}
