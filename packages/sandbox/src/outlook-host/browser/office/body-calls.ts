import { bodyOf, htmlToText, textToHtml } from '../compose/html.ts';
import { facts } from '../facts.ts';
import type { ComposeItem } from '../open-item.ts';
import type { CallContext, CallHandlers } from './call-answer.ts';
import { failed, inCompose, ok, textOf } from './call-answer.ts';

/** The library's number of the coercion type html; 0 is text. */
const html = 3;

/** The body of what is open. */
export const bodyCalls: CallHandlers = {
  'body.getTypeAsync': inCompose(({ item }) => ok(item.form.bodyType)),
  'body.getAsync': ({ item, parameters, defects }) => {
    const wantsHtml = parameters['coercionType'] === html;
    if (item.kind === 'read') {
      const { message } = item;
      return ok(wantsHtml ? (message.html ?? textToHtml(message.text)) : message.text);
    }
    const onlyNew = parameters['bodyMode'] === 1 && !defects.includes('body-mode-ignored');
    const whole = item.form.html();
    const shown = onlyNew ? whole.replace(item.origin.quote, '') : whole;
    return ok(wantsHtml ? shown : onlyNew ? htmlToText(shown) : item.form.text());
  },
  'body.setAsync': inCompose(({ item, parameters, defects }) => {
    noteSet(item);
    const given = asHtml(item, parameters, 'data');
    const loses = item.isSending && defects.includes('body-set-in-send-drops-inline-images');
    item.form.setHtml(loses ? given.replaceAll(/<img\b[^>]*\bcid:[^>]*>/gi, '') : given);
    if (loses) item.attachments = item.attachments.filter(({ contentId }) => contentId === null);
    return ok();
  }),
  'body.prependAsync': inCompose(({ item, parameters }) => {
    noteSet(item);
    insert(item, 'start', asHtml(item, parameters, 'data'));
    return ok();
  }),
  'body.setSelectedDataAsync': inCompose(insertSelected),
  setSelectedDataAsync: inCompose(insertSelected),
  'body.setSignatureAsync': inCompose(({ item, parameters }) => {
    insert(item, 'end', asHtml(item, parameters, 'data'));
    return ok();
  }),
  // #6908: inside OnMessageSend the text is taken and never shows up, for it has been put in already.
  'body.appendOnSendAsync': inCompose(({ item, parameters }) =>
    keep(item, item.appendOnSend, asHtml(item, parameters, 'appendTxt')),
  ),
  'body.prependOnSendAsync': inCompose(({ item, parameters }) =>
    keep(item, item.prependOnSend, asHtml(item, parameters, 'appendTxt')),
  ),
};

/** Puts HTML at the start or the end of the body. */
export function insert(item: ComposeItem, place: 'start' | 'end', text: string): void {
  const whole = item.form.html();
  const changed =
    place === 'start'
      ? whole.replace(/<body[^>]*>/i, (tag) => tag + text)
      : whole.replace(/<\/body>/i, (tag) => text + tag);
  item.form.setHtml(changed);
}

function insertSelected({ item, parameters }: CallContext<ComposeItem>) {
  noteSet(item);
  insert(item, 'start', asHtml(item, parameters, 'data'));
  return ok();
}

function keep(item: ComposeItem, kept: string[], text: string) {
  // MissingExtendedPermissionsForAPIError.
  if (facts.addin?.extendedPermissions.includes('AppendOnSend') !== true) return failed(9047);
  if (!item.isSending) kept.splice(0, kept.length, ...(text === '' ? [] : [text]));
  return ok();
}

function noteSet(item: ComposeItem): void {
  if (item.isSending) item.bodySetInSend = true;
}

function asHtml(item: ComposeItem, parameters: CallContext['parameters'], name: string): string {
  const text = textOf(parameters, name);
  const isHtml = parameters['coercionType'] === html;
  if (item.form.bodyType === 'text') return textToHtml(isHtml ? htmlToText(bodyOf(text)) : text);
  return isHtml ? text : textToHtml(text);
}
