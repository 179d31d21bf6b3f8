import { createPanelProgram } from '@postrider/shared/application/panel-backend';
import type { Policy } from '@postrider/shared/application/ports/policy';
import { gmailLimits } from '@postrider/shared/domain/sending/limits';

import { receive } from './acme.ts';
import { ana } from './events.ts';
import { openWatchedAcme } from './watched-acme.ts';

/** Ana's watched mailbox with the panel's program on it, as after connecting. */
export async function openPanelAcme(policy: Policy = {}) {
  const acme = await openWatchedAcme();
  const { grants, database: _database, ...stores } = acme.stores;
  const renewal = { kind: 'refresh-token', token: 'as from Google' } as const;
  await grants.write({ account: ana, renewal, grantedAt: acme.clock() });
  let ids = 0;
  const { backend } = createPanelProgram({
    ...stores,
    limitsOf: gmailLimits,
    grants,
    clock: acme.clock,
    policy: { read: async () => policy, onChange: () => {} },
    authorization: {
      configured: async () => true,
      ask: async () => ({ kind: 'cancelled' }),
      account: async () => ({ kind: 'ok', value: ana }),
      revoke: async () => ({ kind: 'ok', value: null }),
    },
    newId: () => {
      ids += 1;
      return `decision-${ids}`;
    },
    watch: { look: () => acme.look(), isLooking: () => false },
    openMail: () => {},
    openSettings: () => {},
  });
  await acme.look();
  return { ...acme, backend };
}

/** Ana's company with a panel. */
export type PanelAcme = Awaited<ReturnType<typeof openPanelAcme>>;

/** The mail as the post office holds it. */
export function letterOf(
  acme: PanelAcme,
  sent: { readonly messageId: string },
): { readonly raw: Buffer; readonly messageId: string } {
  const found = acme.postOffice.letters().find((one) => one.messageId === sent.messageId);
  if (!found) throw new Error('the post office has no such mail');
  return found;
}

/** Google forgets its history, and the watch reads everything of late anew. */
export async function readAnew(acme: PanelAcme): Promise<void> {
  const before = acme.google.log.all().length;
  receive(acme.ana, ['From: news@shop.example', 'Subject: Sale']);
  acme.google.forgetHistory(ana);
  await acme.look();
  const answers = acme.google.log.all().slice(before);
  if (!answers.some(({ status }) => status === 404)) throw new Error('nothing was read anew');
}

/** Addresses by where they stand: suppressed and on hold. */
export async function listed(acme: PanelAcme) {
  const list = await acme.backend.suppressions();
  const of = (status: string) =>
    list.filter((one) => one.status === status).map((one) => one.address);
  return { suppressed: of('suppressed'), onHold: of('on-hold') };
}
