import type { ComposedItem } from '../../page-data.ts';
import { server } from '../ask-server.ts';
import { raiseOn } from '../office/addin-host.ts';
import { drawInfobar } from '../office/infobar.ts';
import { attachmentsOf } from '../office/initial-data.ts';
import { launch } from '../office/launch.ts';
import type { Pane } from '../office/pane.ts';
import { buttonWithId, pressButton, ribbon } from '../office/ribbon.ts';
import type { ComposeItem, PageDoors } from '../open-item.ts';
import { pressSend } from '../send/press-send.ts';
import { showAlert } from '../send/smart-alert.ts';
import { composeForm } from './compose-form.ts';
import { draftSaver } from './draft-saver.ts';
import type { Draft } from './draft.ts';

/** What the page does when a form is done. */
export type ComposeEvents = {
  readonly closed: (why: 'sent' | 'closed' | 'discarded') => void;
  readonly say: (text: string) => void;
  readonly page: PageDoors;
};

/** Opens a mail to be written, keeps its draft saved, and starts what the add-in has for it. */
export async function openCompose(
  draft: Draft,
  pane: Pane,
  events: ComposeEvents,
): Promise<ComposeItem> {
  let opened = false;
  const form = await composeForm(draft, {
    changed: () => changed(),
    recipientsChanged: (field) => item.recipientsChanged(field),
    fromChanged: (from) => {
      item.from = from;
      changed();
      launch('OnMessageFromChanged', item);
    },
    send: () => void item.send('button'),
    discard: () => void item.close('discard'),
    close: () => void item.close('save'),
  });
  const saver = draftSaver(written);

  function changed(): void {
    if (opened) saver.changed();
  }

  function written(): ComposedItem {
    return {
      itemId: item.itemId,
      from: item.from,
      to: form.people('to'),
      cc: form.people('cc'),
      bcc: form.people('bcc'),
      subject: form.subject(),
      bodyType: form.bodyType,
      body: form.bodyType === 'html' ? form.html() : form.text(),
      headers: Object.fromEntries(item.headers),
      attachments: item.attachments,
      inReplyTo: draft.origin.inReplyTo,
      references: draft.origin.references,
      deferUntil: item.deferUntil,
    };
  }

  async function save(): Promise<string> {
    const { id, addinId } = await saver.save();
    const isFirst = item.itemId === null;
    item.itemId = id;
    item.addinId = addinId;
    if (isFirst && item.customProperties !== '{}')
      await server.saveProperties(id, item.customProperties);
    return addinId;
  }

  async function send(asked: 'button' | 'sendAsync'): Promise<boolean> {
    if (item.isSending) return false;
    const people = (['to', 'cc', 'bcc'] as const).flatMap((field) => form.people(field));
    if (people.length === 0) {
      events.say('This message must have at least one recipient.');
      return false;
    }
    form.element.inert = true;
    await save();
    const end = await pressSend(item, asked, written);
    form.element.inert = false;
    if (end.kind === 'left') {
      await saver.stop();
      form.element.remove();
      events.closed('sent');
      return true;
    }
    if (end.kind === 'refused') events.say(end.message);
    const next = end.kind === 'stayed' ? buttonWithId(end.commandId ?? '') : undefined;
    if (next !== undefined) pressButton(next, item, pane);
    return false;
  }

  const item: ComposeItem = {
    kind: 'compose',
    page: events.page,
    origin: draft.origin,
    form,
    notifications: new Map(),
    showNotifications: () => drawInfobar(form.infobar, item.notifications, () => item, pane),
    sessionData: new Map(),
    headers: new Map(Object.entries(draft.headers)),
    appendOnSend: [],
    prependOnSend: [],
    attachments: draft.attachments,
    customProperties: draft.itemId === null ? '{}' : await server.properties(draft.itemId),
    from: draft.from,
    itemId: draft.itemId,
    addinId: draft.addinId,
    deferUntil: draft.deferUntil,
    contextData: null,
    isSending: false,
    abandonSend: null,
    bodySetInSend: false,
    touchedAttachments: false,
    save,
    send,
    close: async (what) => {
      if (item.isSending) giveUpSending(item);
      await saver.stop();
      // What is saved stays as it is: somebody else may have had a hand in it since.
      if (what === 'save') await (saver.isSaved() ? undefined : save());
      else if (item.itemId !== null) await server.discard(item.itemId);
      form.element.remove();
      events.closed(what === 'save' ? 'closed' : 'discarded');
    },
    recipientsChanged: (field) => {
      changed();
      const fields = { to: field === 'to', cc: field === 'cc', bcc: field === 'bcc' };
      raiseOn(item, 'olkRecipientsChanged', [JSON.stringify(fields)]);
      launch('OnMessageRecipientsChanged', item, { changedRecipientFields: fields });
    },
    attachmentsChanged: (status, attachment) => {
      changed();
      form.setAttachments(fileNames());
      const details = { attachmentStatus: status, attachmentDetails: attachmentsOf([attachment]) };
      raiseOn(item, 'olkAttachmentsChanged', [JSON.stringify(details)]);
      launch('OnMessageAttachmentsChanged', item, details);
    },
  };

  const fileNames = (): readonly string[] =>
    item.attachments.filter(({ contentId }) => contentId === null).map(({ name }) => name);

  form.setPeople('to', draft.to);
  form.setPeople('cc', draft.cc);
  form.setPeople('bcc', draft.bcc);
  form.setSubject(draft.subject);
  form.setHtml(draft.html);
  form.setAttachments(fileNames());
  form.ribbon.append(ribbon(item, pane));
  opened = true;
  // For replies, forwards and drafts gone on with as well (Microsoft: "Supported events").
  launch('OnNewMessageCompose', item);
  return item;
}

/** Outlook on the web: whoever leaves a mail before its handler is done has to send it anew, from Drafts. */
function giveUpSending(item: ComposeItem): void {
  item.abandonSend?.();
  showAlert(
    'Your message was not sent, because you left it. Open it from Drafts, send it again, and stay until it is gone.',
    ['OK'],
  );
}
