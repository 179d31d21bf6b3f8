import { headerValue, type HeaderField, type Headers } from '../message/headers.ts';

/** Message classes of reports ([MS-OXOMSG] 2.2.2, [MS-OXCMAIL] 2.1.3.4) and of automatic answers, and the header each had on the wire. */
const classes: readonly (readonly [form: RegExp, field: HeaderField])[] = [
  [
    /^report\..{1,100}\.(?:ndr|dr|delayed\.dr|relayed\.dr|expanded\.dr)$/i,
    { name: 'Content-Type', value: 'multipart/report; report-type=delivery-status' },
  ],
  [
    /^report\..{1,100}\.(?:ipnrn|ipnnrn)$/i,
    { name: 'Content-Type', value: 'multipart/report; report-type=disposition-notification' },
  ],
  [
    /^ipm\.note\.rules\.(?:oof|external\.oof|reply)template/i,
    { name: 'Auto-Submitted', value: 'auto-replied' },
  ],
];

/**
 * What Exchange's class of a message (PidTagMessageClass) says of a report or an automatic answer, as the header it had
 * on the wire; nothing where the message still has that header, which says more. The class tells nothing about who wrote it.
 */
export function headersOfClass(messageClass: string, given: Headers): Headers {
  const found = classes.find(([form]) => form.test(messageClass))?.[1];
  if (found === undefined) return [];
  const own = headerValue(given, found.name)?.trim().toLowerCase() ?? '';
  return own.startsWith('multipart/report') || own.startsWith('auto-') ? [] : [found];
}
