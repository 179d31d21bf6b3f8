import type { GroupId } from '../../domain/ids.ts';
import type { ReadTable } from '../ports/read-table.ts';
import type { QueueParts } from '../run-queue/queue-parts.ts';
import type { GuardParts } from '../suppression/send-guard.ts';

/** What group mails of a connected mailbox work with. */
export type GroupParts = Pick<
  QueueParts,
  | 'account'
  | 'mailbox'
  | 'outbox'
  | 'ledgers'
  | 'states'
  | 'carriage'
  | 'limits'
  | 'mostRecipients'
  | 'clock'
> & {
  readonly guard: GuardParts;
  readonly readTable: ReadTable;
  /** 16 random bytes as 22 characters of base64url. */
  readonly newGroupId: () => GroupId;
};
