import type { ComposeListener, ComposeWindow, SentIds } from './compose-port.ts';
import type { GmailPage } from './gmail-page.ts';
import type { Departure } from './send-desk.ts';

/** A window that closes so soon after Send was pressed has sent its mail, whatever else is heard. */
const closesWithinMs = 3000;
/** So long the traffic and InboxSDK are given to say it in their own words. */
const wordWithinMs = 2000;

/** What one compose window tells of its mail's departure. */
export type DepartureWatch = {
  /** The draft's key as it was last known: the window may be gone when Gmail answers. */
  draftKey(): string | null;
  pressed(): void;
} & Required<Pick<ComposeListener, 'sending' | 'sent' | 'notSent' | 'closed'>>;

/** Watches one window; `follow` is the rep's switch at that moment. */
export function watchDeparture(
  compose: ComposeWindow,
  { desk, health, choices, now }: GmailPage,
  follow: () => boolean,
): DepartureWatch {
  let lastKey: string | null = null;
  let mail: Departure | null = null;
  let pressedAt: number | null = null;
  let told = false;

  const draftKey = () => {
    lastKey = compose.draftKey() ?? lastKey;
    return lastKey;
  };
  const described = (): Departure => ({
    recipients: compose.recipients(),
    subject: compose.subject().slice(0, 2000),
    threadId: compose.threadId(),
  });

  /** Neither InboxSDK nor the traffic has told of it: the press and the closing are all there is. */
  function leftUnheard(since: number): void {
    if (desk.heardSince(since)) return;
    const key = draftKey();
    if (key !== null && mail !== null && mail.recipients.length > 0) {
      desk.leaving('window', key, follow(), mail);
    } else {
      health.missed();
    }
  }

  return {
    draftKey,
    pressed() {
      draftKey();
      mail = described();
      pressedAt = now();
      choices.pressed({ draftKey, follow });
    },
    sending() {
      const key = draftKey();
      told = true;
      if (key !== null) desk.leaving('inboxsdk', key, follow(), mail ?? described());
    },
    sent(ids: SentIds | null) {
      const key = draftKey();
      // Without ids the worker finds the mail in Sent by what it was told of the departure.
      if (key !== null && ids) desk.sent('inboxsdk', key, { ...ids, messageId: null });
    },
    notSent() {
      const key = draftKey();
      pressedAt = null;
      if (key !== null && told) desk.notSent(key);
      told = false;
      mail = null;
    },
    closed() {
      const since = pressedAt;
      // Without a line Gmail keeps the mail in its outbox; its traffic tells when it leaves.
      if (since === null || now() - since > closesWithinMs || !navigator.onLine) return;
      setTimeout(() => leftUnheard(since), wordWithinMs);
    },
  };
}
