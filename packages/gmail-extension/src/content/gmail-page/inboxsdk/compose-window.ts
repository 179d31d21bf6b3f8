import type { ComposeView } from '@inboxsdk/core';

import { composeKind } from '../compose-kind.ts';
import type { ComposeWindow, SentIds } from '../compose-port.ts';
import { draftKeyIn } from '../draft-key.ts';
import { fromInput } from '../gmail-selectors.ts';
import { guarded, readOr } from '../guarded.ts';
import { removeRecipients } from './remove-recipients.ts';

const stripHeight = 32;
const idsWithinMs = 15_000;

/** One of InboxSDK's compose views as our compose window. */
export function composeWindow(view: ComposeView): ComposeWindow {
  const draftKey = () => draftKeyIn(view.getElement());
  return {
    draftKey,
    threadId: () => readOr(null, () => hexId(view.getThreadID())),
    recipients: () =>
      readOr([], () =>
        [...view.getToRecipients(), ...view.getCcRecipients(), ...view.getBccRecipients()].map(
          (contact) => contact.emailAddress.toLowerCase(),
        ),
      ),
    subject: () => readOr('', () => view.getSubject()),
    from: () =>
      view.getElement().querySelector<HTMLInputElement>(fromInput)?.value.toLowerCase() || null,
    kind: () => readOr('usual', () => composeKind(view.getElement())),
    removeRecipients: (addresses) => readOr(false, () => removeRecipients(view, addresses)),
    isOpen: () => readOr(false, () => view.getElement().isConnected),
    send: () => guarded(() => view.send()),
    mountStrip(strip) {
      const bar = readOr(null, () => view.addStatusBar({ height: stripHeight }));
      bar?.el.append(strip);
      // Where Gmail's status area is not where it was, InboxSDK throws or leaves its bar outside the page.
      if (!bar?.el.isConnected) view.getElement().append(strip);
    },
    listen(listener) {
      let known = draftKey();
      const lookForKey = () =>
        guarded(() => {
          const key = draftKey();
          if (key === null || key === known) return;
          known = key;
          listener.draftNamed?.(key);
        });
      view.on('draftSaved', lookForKey);
      view.on('recipientsChanged', lookForKey);
      view.on('subjectChanged', lookForKey);
      const changed = () => guarded(() => listener.changed?.());
      for (const name of ['draftSaved', 'recipientsChanged', 'fromContactChanged'] as const) {
        view.on(name, changed);
      }
      const presending = (how: 'now' | 'later') => (event: { cancel(): void }) =>
        guarded(() => listener.presending?.(() => event.cancel(), how));
      view.on('presending', presending('now'));
      view.on('scheduleSendMenuOpening', presending('later'));
      view.on('sending', () => guarded(() => listener.sending?.()));
      view.on('sendCanceled', () => guarded(() => listener.notSent?.()));
      view.on('sent', (event) => {
        void sentIds(event).then((ids) => guarded(() => listener.sent?.(ids)));
      });
      view.on('destroy', () => guarded(() => listener.closed?.()));
    },
  };
}

async function sentIds(event: {
  getMessageID(): Promise<string>;
  getThreadID(): Promise<string>;
}): Promise<SentIds | null> {
  const [mailboxMessageId, threadId] = await Promise.all([
    inTime(event.getMessageID()),
    inTime(event.getThreadID()),
  ]);
  return mailboxMessageId !== null && threadId !== null ? { mailboxMessageId, threadId } : null;
}

/** Where the sync answer names no id InboxSDK asks Gmail for it, which may fail: the worker then looks in Sent itself. */
async function inTime(id: Promise<string>): Promise<string | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), idsWithinMs));
  return hexId(await Promise.race([id.catch(() => null), late]));
}

function hexId(id: string | null | undefined): string | null {
  return typeof id === 'string' && /^[0-9a-f]{1,32}$/.test(id) ? id : null;
}
