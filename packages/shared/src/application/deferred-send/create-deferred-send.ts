import type { MailId } from '../../domain/ids.ts';
import { cancelMail } from './cancel-mail.ts';
import type { DeferredSending, DeferredSendParts } from './deferred-send.ts';
import { handOver } from './hand-over.ts';
import { isKept, type KeptParts } from './kept.ts';
import { settleMails } from './settle-mails.ts';
import { waitingMail } from './waiting-list.ts';

const noValue = () => null;

/** Sending later on a mailbox that can; steps of one mail run one after the other. */
export function createDeferredSend(parts: DeferredSendParts): DeferredSending {
  const line = new Map<MailId, Promise<unknown>>();
  const { deferredSend } = parts.mailbox.capabilities;
  const able: KeptParts | null =
    deferredSend.kind === 'yes' ? { ...parts, means: deferredSend.means } : null;

  function inLine<Result>(mailId: MailId, step: () => Promise<Result>): Promise<Result> {
    const mine = (line.get(mailId) ?? Promise.resolve()).then(step);
    // A step that failed must not stop the ones behind it.
    const settled = mine.then(noValue, noValue).finally(() => {
      if (line.get(mailId) === settled) line.delete(mailId);
    });
    line.set(mailId, settled);
    return mine;
  }

  return {
    async handOver(mail, draft, leavesAt) {
      if (able === null) {
        return { kind: 'cannot', why: deferredSend.kind === 'no' ? deferredSend.why : '' };
      }
      return inLine(mail.mailId, () => handOver(able, mail, draft, leavesAt));
    },
    async list() {
      const now = parts.clock();
      const kept = (await parts.followed.scheduled(parts.account)).filter(isKept);
      return kept
        .map((mail) => waitingMail(mail, now))
        .filter((mail) => mail !== null)
        .toSorted((one, other) => one.leavesAt - other.leavesAt);
    },
    async standing(mailId) {
      const mail = await parts.followed.byMailId(mailId);
      if (mail?.state === 'sent' || mail?.state === 'leaving') {
        return { kind: 'left', id: mail.mailboxMessageId };
      }
      if (!isKept(mail)) return { kind: 'not-known' };
      const isOff = mail.state !== 'scheduled';
      const standing = isOff ? undefined : waitingMail(mail, parts.clock())?.standing;
      return { kind: standing?.kind ?? 'cancelled' };
    },
    async cancel(mailId) {
      return able === null ? { kind: 'not-known' } : inLine(mailId, () => cancelMail(able, mailId));
    },
    async settle() {
      return able === null
        ? { changed: [], problem: null, nextAt: null }
        : settleMails(able, inLine);
    },
    async dismiss(mailId) {
      await inLine(mailId, async () => {
        const mail = await parts.followed.byMailId(mailId);
        const mayGo = ['refused', 'missed', 'gone', 'unclear'];
        if (!isKept(mail) || mail.state !== 'scheduled') return;
        if (!mayGo.includes(mail.handedOver.stage)) return;
        await parts.followed.put({ ...mail, state: 'composing', changedAt: parts.clock() });
      });
    },
  };
}
