import type { ComposeChoices } from './compose-choices.ts';
import type { PageHealth } from './health/page-health.ts';
import type { SendDesk } from './send-desk.ts';
import type { TrafficListener } from './traffic/listen-to-traffic.ts';
import type { DraftChange } from './traffic/sync-shapes.ts';

/** Follows mail by Gmail's own traffic: beside the compose windows where they are known, alone where they are not. */
export function followTraffic(parts: {
  readonly desk: SendDesk;
  readonly choices: ComposeChoices;
  readonly health: PageHealth;
  /** The account that the page's own table names, lower case; may be empty. */
  readonly accountSeen: (account: string) => void;
}): TrafficListener {
  const { desk, choices, health } = parts;
  return {
    asked(change, account) {
      parts.accountSeen(account);
      health.trafficRead();
      const { draftKey, purpose } = change;
      if (purpose === 'save') desk.savedAgain(draftKey);
      if (purpose === 'send') {
        desk.leaving('traffic', draftKey, choices.of(draftKey), departure(change));
      }
    },
    named(change, { mailboxMessageId, threadId, messageId }) {
      const names = { mailboxMessageId, threadId, messageId };
      const { draftKey, purpose } = change;
      if (purpose === 'send') desk.sent('traffic', draftKey, names);
      if (purpose === 'schedule') {
        desk.scheduled(draftKey, choices.of(draftKey), { ...departure(change), threadId }, names);
      }
      health.answerRead();
    },
    refused({ draftKey, purpose }) {
      if (purpose === 'send') desk.notSent(draftKey);
    },
    unreadable: (where) => health.trafficUnreadable(where),
  };
}

function departure({ recipients, subject }: DraftChange) {
  return { recipients, subject: subject.slice(0, 2000), threadId: null };
}
