import type { ConnectOutcome } from '@postrider/shared/application/panel';

import type { ComposeStanding } from '../../../bus/page-catalogue.ts';
import { messages } from '../../../messages/gmail-page.ts';
import { line, openPanel } from './strip-line.ts';
import type { StripView } from './strip-look.ts';

/** Where the rep stands with connecting the account that the page shows. */
export type AccountQuestion =
  | { readonly kind: 'switch' }
  | { readonly kind: 'connecting' }
  /** Null = the worker did not answer. */
  | { readonly kind: 'told'; readonly outcome: ConnectOutcome | null };

type Standing = Extract<ComposeStanding, { readonly kind: 'other-account' | 'not-connected' }>;

/** Says that this mailbox is not the one that is followed, and offers it; what the rep has, it never takes by itself. */
export function accountView(
  standing: Standing,
  account: string,
  question: { readonly kind: 'none' | 'why-anyway' } | AccountQuestion,
): StripView {
  if (question.kind === 'connecting') return line(messages.connecting);
  if (question.kind === 'told') {
    const text = outcomeWords(question.outcome);
    if (text !== null) return line(text, { label: messages.close, action: 'leave-question' });
  }
  if (standing.kind === 'not-connected') {
    return line(
      messages.notConnected,
      { label: messages.connect(account), action: 'connect-account' },
      openPanel,
    );
  }
  const { connected, mayConnect } = standing;
  if (!mayConnect) return line(messages.otherAccount(connected), openPanel);
  if (question.kind === 'switch') {
    return {
      kind: 'line',
      text: messages.switchQuestion(connected),
      buttons: [
        { label: messages.switchNow, action: 'switch-account' },
        { label: messages.cancel, action: 'leave-question' },
      ],
      tone: 'question',
    };
  }
  return line(messages.otherAccount(connected), {
    label: messages.switchTo(account),
    action: 'ask-switch',
  });
}

/** Null where there is nothing to say: it worked, the rep thought better of it, or what is shown says it anew. */
function outcomeWords(outcome: ConnectOutcome | null): string | null {
  switch (outcome?.kind) {
    case 'connected':
    case 'cancelled':
    case 'other-account':
      return null;
    case 'other-mailbox':
      return messages.choseAnother(outcome.account);
    case 'domain-not-allowed':
    case 'tenant-not-allowed':
      return messages.notAllowed;
    case 'not-configured':
      return messages.notConfigured;
    case 'failed':
    case undefined:
      return messages.connectFailed;
  }
}
