import type {
  MailboxAddress,
  MailboxMessageId,
  MailId,
  MessageId,
  ThreadId,
} from '../../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { FollowedMail, FollowedMails } from '../ports/followed-mails.ts';
import type { MailIdSource } from '../ports/id-source.ts';
import type { PolicySource } from '../ports/policy.ts';

/** What following a mail works with. */
export type FollowParts = {
  readonly followed: FollowedMails;
  readonly policy: PolicySource;
  readonly newMailId: MailIdSource;
  readonly clock: Clock;
};

/** A draft as the page names it. */
export type DraftInPage = { readonly mailbox: MailboxAddress; readonly draftKey: string };

/** What the page knows at the moment of Send. */
export type Departure = {
  readonly threadId: ThreadId | null;
  /** Addresses of To, Cc and Bcc. */
  readonly recipients: readonly string[];
  readonly subject: string;
};

/** What the page names after the send. */
export type SentNames = {
  readonly mailboxMessageId: MailboxMessageId;
  readonly threadId: ThreadId;
  readonly messageId: MessageId | null;
};

/** The steps of a mail in the rep's compose window; each gives the mail as it stands after it. */
export type FollowMail = {
  /**
   * A draft is seen in a compose window. The first time it gets its mailId and the default switch; later it is found
   * as it was. One that was leaving is back in the window, so it was undone.
   */
  open(draft: DraftInPage): Promise<FollowedMail>;
  /** The rep turns the switch; remembered with the draft. */
  setFollow(draft: DraftInPage, follow: boolean): Promise<FollowedMail>;
  /** The rep pressed Send. The page need not wait for it: mailId and switch are known since `open`. */
  leaving(draft: DraftInPage, departure: Departure): Promise<FollowedMail>;
  /** Gmail named what it sent; the watch proves it in Sent. */
  sent(draft: DraftInPage, names: SentNames): Promise<FollowedMail>;
  /** The provider keeps it and sends it later, by itself: nothing has left, and the watch finds it in Sent when it does. */
  scheduled(draft: DraftInPage, departure: Departure, names: SentNames): Promise<FollowedMail>;
  /** Undo, or Gmail refused: nothing left, and the mail can leave again under the same mailId. */
  undone(draft: DraftInPage): Promise<FollowedMail>;
};

const noValue = () => null;

/** Makes the steps. Steps of one draft run one after the other, so that none overwrites what another just learned. */
export function createFollowMail(parts: FollowParts): FollowMail {
  const inLine = new Map<string, Promise<unknown>>();

  async function step(
    draft: DraftInPage,
    change: (mail: FollowedMail) => FollowedMail,
  ): Promise<FollowedMail> {
    const key = `${draft.mailbox} ${draft.draftKey}`;
    const before = inLine.get(key) ?? Promise.resolve();
    const mine = before.then(async () => {
      const found = await parts.followed.byDraft(draft.mailbox, draft.draftKey);
      const mail = change(found ?? (await firstSeen(draft)));
      if (mail !== found) await parts.followed.put(mail);
      return mail;
    });
    // A step that failed must not stop the ones behind it.
    const settled = mine.then(noValue, noValue).finally(() => {
      if (inLine.get(key) === settled) inLine.delete(key);
    });
    inLine.set(key, settled);
    return mine;
  }

  async function firstSeen(draft: DraftInPage): Promise<FollowedMail> {
    const policy = await parts.policy.read();
    const mailId: MailId = parts.newMailId();
    return {
      ...draft,
      mailId,
      follow: policy.followByDefault ?? true,
      state: 'composing',
      changedAt: parts.clock(),
      threadId: null,
      mailboxMessageId: null,
      messageId: null,
      recipients: [],
      subject: '',
    };
  }

  const backInWindow = (mail: FollowedMail): FollowedMail =>
    mayBeTakenBack(mail)
      ? {
          ...mail,
          state: 'composing',
          changedAt: parts.clock(),
          mailboxMessageId: null,
          messageId: null,
        }
      : mail;

  const departing = (mail: FollowedMail, departure: Departure): FollowedMail => ({
    ...mail,
    changedAt: parts.clock(),
    threadId: departure.threadId ?? mail.threadId,
    recipients: departure.recipients.map((address) => address.trim().toLowerCase()),
    subject: departure.subject,
  });

  return {
    open: (draft) => step(draft, backInWindow),
    setFollow: (draft, follow) =>
      step(draft, (mail) => (mail.follow === follow ? mail : { ...mail, follow })),
    leaving: (draft, departure) =>
      step(draft, (mail) => ({
        ...departing(mail, departure),
        state: 'leaving',
        mailboxMessageId: null,
        messageId: null,
      })),
    scheduled: (draft, departure, names) =>
      step(draft, (mail) => ({ ...departing(mail, departure), ...names, state: 'scheduled' })),
    sent: (draft, names) =>
      step(draft, (mail) =>
        mail.state === 'sent'
          ? mail
          : { ...mail, ...names, state: 'leaving', changedAt: departedAt(mail) },
      ),
    undone: (draft) => step(draft, backInWindow),
  };

  /** The departure counts from the press of Send; a page that only told of the end gives the later time. */
  function departedAt(mail: FollowedMail): number {
    return mail.state === 'leaving' ? mail.changedAt : parts.clock();
  }
}

/** What our hand gave to the provider leaves whether a window shows it or not: only the mailbox tells otherwise. */
function mayBeTakenBack({ state, handedOver }: FollowedMail): boolean {
  return state === 'leaving' || (state === 'scheduled' && handedOver === undefined);
}
