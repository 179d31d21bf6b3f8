import type { Authorization } from '@postrider/shared/application/ports/authorization';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import type { MailboxAddress, MailboxMessageId } from '@postrider/shared/domain/ids';
import type { LimitsOf } from '@postrider/shared/domain/sending/limits';
import type { Edition } from '@postrider/shared/domain/sending/tables/limit-row';

/** How the open mailbox is reached. */
export type Connection = {
  readonly authorization: Authorization;
  readonly mailbox: Mailbox;
  readonly limitsOf: LimitsOf;
  /** Whose limits mail in the background is planned by. */
  readonly edition: Edition;
  /** The mailbox's own addresses, as far as they are known by now. */
  readonly addresses: () => readonly MailboxAddress[];
  /** Whether the mailbox can be asked without showing anything to anybody. */
  readonly isReady: () => Promise<boolean>;
  /** Shows a message in Outlook, as far as it can. */
  readonly show: (id: MailboxMessageId) => Promise<void>;
};
