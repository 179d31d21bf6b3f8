import { allParts, mimeTree, textOf } from '../../mail/mime-tree.ts';
import { element, type XmlElement } from '../xml/write.ts';
import type { ItemView } from './item-view.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const withoutTags = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The words of a message, each form made of the other where it is not there. */
const bodyOf = (
  view: ItemView,
): { readonly html: string; readonly text: string; readonly best: 'HTML' | 'Text' } => {
  const parts = allParts(mimeTree(view.item.raw));
  const of = (type: string): string | undefined => {
    const part = parts.find(({ mimeType, filename }) => mimeType === type && filename === '');
    return part && textOf(part);
  };
  const [html, text] = [of('text/html'), of('text/plain')];
  return {
    html: html ?? `<html><body><pre>${escaped(text ?? '')}</pre></body></html>`,
    text: text ?? withoutTags(html ?? ''),
    best: html === undefined ? 'Text' : 'HTML',
  };
};

/** The Body element in the wanted form (`BodyType` of the shape). */
export const bodyElement = (view: ItemView, wanted: string | undefined): XmlElement => {
  const body = bodyOf(view);
  const type = wanted === 'HTML' || wanted === 'Text' ? wanted : body.best;
  return element('t:Body', { BodyType: type }, type === 'HTML' ? body.html : body.text);
};
