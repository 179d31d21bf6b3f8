import { badRequest } from '../errors.ts';
import { jsonBody, type Handler } from '../graph-call.ts';
import { ewsIdOf, messageBy, messageIdOf, restIdOf } from '../ids.ts';
import type { Json } from '../view.ts';

const formats = new Set(['restId', 'restImmutableEntryId', 'ewsId']);

const known = (format: unknown): boolean => typeof format === 'string' && formats.has(format);

/** POST /me/translateExchangeIds: between the usual id, the immutable one, and the one of Outlook's add-ins (which is the usual one with / and + in it). */
export const translateExchangeIds: Handler = (call) => {
  const body = jsonBody(call);
  const inputIds = body['inputIds'] ?? body['InputIds'];
  const source = body['sourceIdType'] ?? body['SourceIdType'];
  const target = body['targetIdType'] ?? body['TargetIdType'];
  if (!Array.isArray(inputIds) || !known(source) || !known(target))
    throw badRequest('ErrorInvalidRequest', 'The ids cannot be translated.');
  const value = inputIds.map((given): Json => {
    const sourceId = String(given);
    const restId = source === 'ewsId' ? restIdOf(sourceId) : sourceId;
    try {
      const item = messageBy(call.mailbox, restId);
      const targetId =
        target === 'ewsId' ? ewsIdOf(item) : messageIdOf(item, target === 'restImmutableEntryId');
      return { sourceId, targetId };
    } catch {
      return {
        sourceId,
        errorDetails: { code: 'ErrorItemNotFound', message: 'The specified object was not found.' },
      };
    }
  });
  return Response.json({
    '@odata.context':
      'https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.convertIdResult)',
    value,
  });
};
