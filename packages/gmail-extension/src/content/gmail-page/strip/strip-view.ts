import type { GuardedAddress } from '@postrider/shared/domain/sending/send-guard';

import type { Asked } from '../../../bus/ask.ts';
import type { ComposeState } from '../../../bus/page-catalogue.ts';
import { messages } from '../../../messages/gmail-page.ts';
import type { ComposeKind } from '../compose-port.ts';
import { type AccountQuestion, accountView } from './account-view.ts';
import { budgetWords } from './budget-words.ts';
import { refusalView } from './refusal-view.ts';
import { line, openPanel } from './strip-line.ts';
import type { StripView } from './strip-look.ts';

/** Where the rep stands with what the strip asks; `told` is what came of the wish to connect. */
export type StripQuestion =
  | { readonly kind: 'none' }
  | { readonly kind: 'why-anyway' }
  | AccountQuestion;

/** What is known of one compose window. */
export type StripState = {
  /** What the worker said; null = it has not answered yet, and the usual case is shown at once. */
  readonly answer: Asked<ComposeState> | null;
  readonly follow: boolean;
  readonly delegated: boolean;
  readonly kind: ComposeKind;
  readonly from: string | null;
  /** Who kept the mail from leaving when Send was pressed last. */
  readonly refused: readonly GuardedAddress[];
  /** Recipients whose addresses are on hold. */
  readonly doubtful: readonly GuardedAddress[];
  /** Whether "Remove" was tried and the window did not let us. */
  readonly stuck: boolean;
  /** The address whose mailbox the page shows. */
  readonly account: string;
  /** What the rep was asked last, by the strip. */
  readonly question: StripQuestion;
  /** Epoch ms. */
  readonly now: number;
};

/** Chooses the words for one compose window. */
export function stripView(state: StripState): StripView {
  const { answer, follow } = state;
  if (state.refused.length > 0)
    return refusalView(state.refused, {
      stuck: state.stuck,
      askingWhy: state.question.kind === 'why-anyway',
    });
  if (answer?.kind === 'outdated') {
    return line(messages.outdated, { label: messages.reload, action: 'reload' });
  }
  const aside = asideReason(state);
  if (state.delegated) return line(messages.delegated);
  if (answer === null) return aside ?? switched(follow, '');
  if (answer.kind !== 'ok') return line(messages.workerFailed, openPanel);
  const { standing, budget } = answer.value;
  if (standing.kind === 'ready') {
    if (aside) return aside;
    const doubted = state.doubtful[0];
    if (doubted) return switched(follow, messages.onHold(doubted.address));
    if (state.kind === 'mail-merge') return switched(follow, messages.mailMerge);
    return switched(follow, budget === null ? '' : budgetWords(budget, state.now));
  }
  if (standing.kind === 'other-account' || standing.kind === 'not-connected') {
    return accountView(standing, state.account, state.question);
  }
  if (standing.kind === 'reconnect-needed') {
    return line(messages.reconnectNeeded, { label: messages.reconnect, action: 'reconnect' });
  }
  return line(words[standing.kind], openPanel);
}

/** Whether a mail of this window is followed at all; the rep's switch decides where it is. */
export function isFollowable(state: Pick<StripState, 'answer' | 'kind' | 'from'>): boolean {
  return asideReason(state) === null;
}

const words = {
  'not-configured': messages.notConfigured,
  'not-allowed': messages.notAllowed,
  'newer-data': messages.newerData,
} as const;

/** Mail that is left alone, in words; null for the usual mail. */
function asideReason({
  answer,
  kind,
  from,
}: Pick<StripState, 'answer' | 'kind' | 'from'>): StripView | null {
  if (kind === 'confidential') return line(messages.confidential);
  if (kind === 'encrypted') return line(messages.encrypted);
  const elsewhere = answer?.kind === 'ok' ? answer.value.ownServerAliases : [];
  return from !== null && elsewhere.includes(from) ? line(messages.ownServer) : null;
}

function switched(follow: boolean, more: string): StripView {
  const status = follow ? messages.inFeed : messages.notFollowed;
  return {
    kind: 'switch',
    follow,
    status: more === '' ? status : `${status} · ${more}`,
    why: follow ? messages.inFeedWhy : messages.notFollowedWhy,
  };
}
