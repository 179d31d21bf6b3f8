import type { ComposeListener, ComposeWindow, SentIds } from './compose-port.ts';
import type { GmailPage } from './gmail-page.ts';
import type { Departure } from './send-desk.ts';

/**
 * A window that is gone so soon after Send was pressed has sent its mail, whatever else is heard. The first look gives
 * the traffic and InboxSDK the time to say it in their own words.
 */
const looksAfterMs = [2500, 6000, 12_000] as const;

/** What one compose window tells of its mail's departure. */
export type DepartureWatch = {
  /** The draft's key as it was last known: the window may be gone when Gmail answers. */
  draftKey(): string | null;
  pressed(): void;
  /** The page goes: there is no later look. */
  pageLeft(): void;
} & Required<Pick<ComposeListener, 'sending' | 'sent' | 'notSent'>>;

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
  function lookAfter(since: number): void {
    if (pressedAt !== since || desk.heardSince(since) || compose.isOpen()) return;
    tellByWindow();
  }

  function tellByWindow(): void {
    pressedAt = null;
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
      // Without a line Gmail keeps the mail in its outbox; its traffic tells when it leaves.
      if (!navigator.onLine) return;
      const since = pressedAt;
      for (const ms of looksAfterMs) setTimeout(() => lookAfter(since), ms);
    },
    pageLeft() {
      if (pressedAt !== null && !desk.heardSince(pressedAt)) tellByWindow();
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
  };
}
