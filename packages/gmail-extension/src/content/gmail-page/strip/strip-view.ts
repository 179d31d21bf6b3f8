import type { Asked } from '../../../bus/ask.ts';
import type { ComposeState } from '../../../bus/catalogue.ts';
import { messages } from '../messages.ts';

/** What the strip's button does. */
export type StripAction = 'open-panel' | 'reload';

/** What the strip shows: the switch and its state, or one line that says why there is none. */
export type StripView =
  | {
      readonly kind: 'switch';
      readonly follow: boolean;
      readonly status: string;
      readonly why: string;
    }
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly label: string;
      readonly action: StripAction;
    };

/** Chooses the words for what the worker said; null = it has not answered yet, and the usual case is shown at once. */
export function stripView(answer: Asked<ComposeState> | null, follow: boolean): StripView {
  if (answer === null) return switched(follow);
  if (answer.kind === 'outdated') return line(messages.outdated, messages.reload, 'reload');
  if (answer.kind !== 'ok') return line(messages.workerFailed);
  const { standing } = answer.value;
  if (standing.kind === 'ready') return switched(follow);
  if (standing.kind === 'other-account') return line(messages.otherAccount(standing.connected));
  return line(words[standing.kind]);
}

const words = {
  'not-configured': messages.notConfigured,
  'not-connected': messages.notConnected,
  'reconnect-needed': messages.reconnectNeeded,
} as const;

function switched(follow: boolean): StripView {
  return {
    kind: 'switch',
    follow,
    status: follow ? messages.inFeed : messages.notFollowed,
    why: follow ? messages.inFeedWhy : messages.notFollowedWhy,
  };
}

function line(
  text: string,
  label: string = messages.open,
  action: StripAction = 'open-panel',
): StripView {
  return { kind: 'line', text, label, action };
}
