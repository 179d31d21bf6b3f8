import type { ExchangeItem } from '../../../exchange/mailbox.ts';
import { contextOf, type GraphCall } from '../graph-call.ts';
import { readMail } from '../mail/read-mail.ts';
import { messageJson, type Wanted } from '../message-json.ts';
import type { Json } from '../view.ts';
import { attachmentJson } from './attachment-json.ts';

/** A message in JSON as a call asks for it. */
export const messageIn = (call: GraphCall, item: ExchangeItem, wanted: Wanted): Json => ({
  ...messageJson({ ...call.view, item }, wanted),
  ...(wanted.attachments
    ? {
        attachments: readMail(item.raw).files.map((file, index) =>
          attachmentJson(item, index, file),
        ),
      }
    : {}),
});

/** The answer that holds one message. */
export const messageAnswer = (
  call: GraphCall,
  item: ExchangeItem,
  {
    wanted = { select: null, extended: [], attachments: false },
    status = 200,
  }: {
    readonly wanted?: Wanted;
    readonly status?: number;
  } = {},
): Response =>
  Response.json(
    {
      '@odata.context': contextOf(call, 'messages/$entity'),
      ...messageIn(call, item, wanted),
    },
    { status, headers: { etag: `W/"${item.changeKey}"` } },
  );
