import type { DeferredSending } from '@postrider/shared/application/deferred-send/deferred-send';
import type { Outbox } from '@postrider/shared/application/ports/outbox';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

/** Sending later as the list of single mails shows it: what stands in the queue is listed on the queue's own page. */
export function withoutQueue(
  later: DeferredSending,
  outbox: Pick<Outbox, 'open' | 'mail'>,
  account: MailboxAddress,
): DeferredSending {
  return {
    ...later,
    async list() {
      const mails = await later.list();
      if (mails.length === 0) return mails;
      const queued = new Set((await outbox.open(account)).map(({ mailId }) => mailId));
      const isQueued = async ({ mailId }: (typeof mails)[number]) =>
        // Those that are done with stand no longer among the open ones.
        queued.has(mailId) || (await outbox.mail(mailId)) !== null;
      const known = await Promise.all(mails.map(isQueued));
      return mails.filter((_, index) => known[index] !== true);
    },
  };
}
