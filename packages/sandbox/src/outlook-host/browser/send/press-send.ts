import type { ComposedItem } from '../../page-data.ts';
import { server } from '../ask-server.ts';
import { insert } from '../office/body-calls.ts';
import type { ComposeItem } from '../open-item.ts';
import { askAddin } from './ask-addin.ts';

/** How often the handler is started anew where setting the body starts it again; a person would have closed Outlook. */
const mostRounds = 12;

/** How a Send ended. */
export type SendEnd =
  | { readonly kind: 'left' }
  | { readonly kind: 'stayed'; readonly commandId: string | null }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Sends a mail as Outlook does: what was to be put in on Send goes in first, then the handler of OnMessageSend sees
 * the mail with it, then Exchange gets it.
 */
export async function pressSend(
  item: ComposeItem,
  asked: 'button' | 'sendAsync',
  written: () => ComposedItem,
): Promise<SendEnd> {
  for (const text of item.prependOnSend.splice(0)) insert(item, 'start', text);
  for (const text of item.appendOnSend.splice(0)) insert(item, 'end', text);
  const before = written();
  item.isSending = true;
  try {
    for (let round = 1; ; round += 1) {
      item.bodySetInSend = false;
      const decision = await askAddin(item);
      if (decision.kind === 'stay') return ended({ kind: 'stayed', commandId: decision.commandId });
      const defects = await server.defects();
      if (defects.includes('send-handler-fires-again') && item.bodySetInSend && round < mostRounds)
        continue;
      const { deferUntil } = item;
      const loses = decision.alerted && defects.includes('send-async-loses-schedule');
      const merged = defects.includes('mail-merge-loses-handler-changes');
      const mail = merged ? { ...before, itemId: item.itemId } : written();
      return ended(await handOver({ ...mail, deferUntil: loses ? null : deferUntil }));
    }
  } finally {
    item.isSending = false;
  }

  function ended(end: SendEnd): SendEnd {
    void server.event({ kind: 'send', asked, result: end.kind });
    return end;
  }
}

async function handOver(mail: ComposedItem): Promise<SendEnd> {
  const result = await server.send(mail);
  return result.kind === 'refused' ? result : { kind: 'left' };
}
