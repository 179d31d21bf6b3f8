import type {
  CancelOutcome,
  DeferredSending,
} from '@postrider/shared/application/deferred-send/deferred-send';
import type { MailId } from '@postrider/shared/domain/ids';

/** Mail that Exchange sends later, with word to the pane after every change. */
export function tellingLater(later: DeferredSending, changed: () => void): DeferredSending {
  const telling = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } finally {
      changed();
    }
  };
  return {
    handOver: (mail, draft, leavesAt) => telling(later.handOver(mail, draft, leavesAt)),
    list: () => later.list(),
    standing: (mailId) => later.standing(mailId),
    cancel: (mailId: MailId): Promise<CancelOutcome> => telling(later.cancel(mailId)),
    async settle() {
      const settled = await later.settle();
      if (settled.changed.length > 0) changed();
      return settled;
    },
    dismiss: (mailId) => telling(later.dismiss(mailId)),
  };
}
