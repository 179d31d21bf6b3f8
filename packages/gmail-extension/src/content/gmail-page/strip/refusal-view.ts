import type { GuardedAddress, SendObstacle } from '@postrider/shared/domain/sending/send-guard';

import { messages } from '../../../messages/gmail-page.ts';
import type { StripButton, StripView } from './strip-look.ts';

/** Why a mail was not sent, and what the rep can do about it. A domain that the company blocks cannot be overruled here. */
export function refusalView(
  refused: readonly GuardedAddress[],
  { stuck, askingWhy }: { readonly stuck: boolean; readonly askingWhy: boolean },
): StripView {
  const [first] = refused;
  if (first === undefined) return { kind: 'line', text: '', buttons: [], tone: 'plain' };
  const others = refused.length - 1;
  const blocked = refused.some(({ obstacle }) => obstacle.kind === 'blocked-domain');
  const remove: StripButton = {
    label: others === 0 ? messages.remove : messages.removeAll(refused.length),
    action: 'remove',
  };
  const anyway: StripButton = { label: messages.sendAnyway, action: 'ask-why' };
  if (askingWhy && !blocked) {
    return {
      kind: 'line',
      text: messages.offTheList(first.address, others),
      field: messages.why,
      buttons: [
        { label: messages.send, action: 'send-anyway' },
        { label: messages.cancel, action: 'leave-question' },
      ],
      tone: 'question',
    };
  }
  const text = stuck
    ? messages.removeByHand(first.address)
    : messages.refused(first.address, reasonOf(first.obstacle), others);
  return {
    kind: 'line',
    text,
    buttons: [...(stuck ? [] : [remove]), ...(blocked ? [] : [anyway])],
    tone: 'alert',
  };
}

function reasonOf(obstacle: SendObstacle): string {
  switch (obstacle.kind) {
    case 'blocked-domain':
      return messages.blockedDomain(obstacle.domain);
    case 'suppressed':
      return messages.suppressedBecause[obstacle.because](dateOf(obstacle.since));
    case 'on-hold':
      return '';
  }
}

function dateOf(at: number): string {
  return new Date(at).toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric' });
}
