import type { MailboxAddress } from '../domain/ids.ts';
import { gateAfterRefusal } from '../domain/sending/sending-gate.ts';
import type { Clock } from './ports/clock.ts';
import type { CallFailure } from './ports/outcome.ts';
import type { SendLedgers } from './ports/send-ledger.ts';
import type { WatchStates } from './ports/watch-state.ts';

/** What keeping a provider's refusals works with. */
export type GateParts = {
  readonly ledgers: Pick<SendLedgers, 'gate' | 'raiseGate'>;
  readonly states: Pick<WatchStates, 'read'>;
  readonly clock: Clock;
};

/** Until when the provider wants to hear nothing, from a mail that it refused or from the watch; epoch ms, 0 = never said. */
export async function gateUntil(
  { ledgers, states }: Pick<GateParts, 'ledgers' | 'states'>,
  account: MailboxAddress,
): Promise<number> {
  const gate = await ledgers.gate(account);
  const state = await states.read(account);
  return Math.max(gate?.until ?? 0, state.gateUntil ?? 0);
}

/** Keeps a refusal on disk that names a time, or that is about sending: an early try would make the time later. */
export async function heedRefusal(
  { ledgers, clock }: Pick<GateParts, 'ledgers' | 'clock'>,
  account: MailboxAddress,
  failure: CallFailure,
): Promise<void> {
  if (failure.kind !== 'rate-limited') return;
  const { retryAt, limit } = failure;
  if (retryAt === null && limit !== 'sending') return;
  const at = clock();
  const refusal = { at, sentAt: at, retryAt, evidenceId: null };
  await ledgers.raiseGate(account, gateAfterRefusal(await ledgers.gate(account), refusal));
}
