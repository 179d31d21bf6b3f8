import type { ComposeChoices } from './compose-choices.ts';
import type { Deliver } from './deliver.ts';
import type { GuardKeeper } from './guard-keeper.ts';
import type { PageHealth } from './health/page-health.ts';
import type { SendDesk } from './send-desk.ts';

/** What all compose windows of one Gmail tab share. */
export type GmailPage = {
  /** Lower case. */
  readonly account: string;
  /** The mailbox belongs to somebody who has delegated it: nothing is followed and nothing refused. */
  readonly delegated: boolean;
  readonly deliver: Deliver;
  readonly desk: SendDesk;
  readonly choices: ComposeChoices;
  readonly guard: GuardKeeper;
  readonly health: PageHealth;
  /** Epoch ms. */
  readonly now: () => number;
};
