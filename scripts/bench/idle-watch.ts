import { openGmail } from '@postrider/sandbox/driver/gmail-page';

import { until } from '../play/record.ts';
import type { Bench } from './figure.ts';
import { withRep } from './rep.ts';

/** Looks after the first one; each is a minute of real time, by Chrome's own alarm. */
const looks = 3;

/** Quota units a minute, as Google charges them, while a connected rep has Gmail open and does nothing. */
export const measureIdleWatch: Bench = (places) =>
  withRep(places, { withHistory: true }, async (rep) => {
    await rep.connect();
    await openGmail(rep.context);
    const { log } = rep.sandbox.google;
    // What connecting and opening set off is over with the first look that an alarm has woken.
    const before = log.all().length;
    await waitFor(() => log.all().slice(before).some(isLook));
    const from = log.all().findLast(isLook)?.at ?? 0;
    await waitFor(
      () => log.all().filter((entry) => isLook(entry) && entry.at > from).length === looks,
    );
    const spent = log.all().filter(({ at }) => at > from);
    const minutes = ((spent.findLast(isLook)?.at ?? 0) - from) / 60_000;
    const units = spent.reduce((sum, entry) => sum + entry.units, 0);
    return [
      {
        figure: `idle watch, ${minutes.toFixed(1)} real minutes`,
        measured: units / minutes,
        unit: 'units/min',
        limit: 3,
      },
    ];
  });

function isLook({ call }: { readonly call: string | undefined }): boolean {
  return call === 'history.list';
}

async function waitFor(happened: () => boolean): Promise<void> {
  if ((await until(happened, (looks + 2) * 60_000)) === null) {
    throw new Error('The worker did not look.');
  }
}
