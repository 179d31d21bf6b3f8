import type { CallFailure } from '../../application/ports/outcome.ts';
import { readRefusal, type EwsFailure, type Refusal } from './read-refusal.ts';
import { attributeOf, childOf, childText, descendant, type XmlElement } from './xml/element.ts';
import { readEnvelope } from './xml/soap.ts';

/** What became of one part of a request: EWS answers each folder and each item by itself. */
export type PartOutcome = { readonly kind: 'ok'; readonly part: XmlElement } | EwsFailure;

/** What an answer holds: a part for each thing asked for, in their order, or why the whole request gave nothing. */
export type ReadResponse =
  | { readonly kind: 'ok'; readonly parts: readonly PartOutcome[] }
  | EwsFailure;

const malformed: CallFailure = { kind: 'unknown', cause: 'malformed-answer' };

/** Reads the answer to a request, `operation` being the request's local name. `now` in epoch ms. */
export function readResponse(text: string, operation: string, now: number): ReadResponse {
  const body = readEnvelope(text);
  if (body === null) return malformed;
  if (body.name === 'Fault') return readRefusal(faultIn(body), now);
  if (body.name !== `${operation}Response`) return malformed;
  // GetConversationItems and its like have them here as well.
  const messages = childOf(body, 'ResponseMessages')?.children ?? [];
  if (messages.length === 0) return malformed;
  return { kind: 'ok', parts: messages.map((message) => partOf(message, now)) };
}

function partOf(message: XmlElement, now: number): PartOutcome {
  const code = childText(message, 'ResponseCode') ?? '';
  const kind = attributeOf(message, 'ResponseClass');
  // A warning comes with the answer beside it, but for the parts that were not begun.
  if (kind === 'Success' || (kind === 'Warning' && code !== 'ErrorBatchProcessingStopped')) {
    return { kind: 'ok', part: message };
  }
  if (code === '') return malformed;
  const text = childText(message, 'MessageText') ?? '';
  return readRefusal({ code, text, backOffMs: backOffIn(message) }, now);
}

function faultIn(fault: XmlElement): Refusal {
  const detail = childOf(fault, 'detail');
  const faultCode = (childText(fault, 'faultcode') ?? '').replace(/^.*:/, '');
  return {
    code: childText(detail, 'ResponseCode') ?? faultCode,
    text: childText(detail, 'Message') ?? childText(fault, 'faultstring') ?? '',
    backOffMs: backOffIn(detail),
  };
}

/** `<t:MessageXml><t:Value Name="BackOffMilliseconds">` (EWS throttling); more than a week is nothing to believe. */
function backOffIn(parent: XmlElement | undefined): number | null {
  const value = descendant(parent, 'MessageXml')?.children.find(
    (child) => attributeOf(child, 'Name') === 'BackOffMilliseconds',
  );
  const ms = Number.parseInt(value?.text ?? '', 10);
  return ms >= 0 && ms <= 7 * 24 * 3_600_000 ? ms : null;
}
