/** A request of the library, as it posts it to its parent (facts: wire protocol, point 4). */
export type WireRequest = {
  readonly action: string;
  readonly type: 'invoke' | 'register' | 'unregister';
  readonly conversationId: string;
  readonly correlationId: number;
  readonly data: unknown;
};

/** How a call ended on the wire itself, whatever the answer says. */
export const wireCode = { ok: 0, failed: -2, accessDenied: -5 } as const;

const actionTypes = ['invoke', 'register', 'unregister'] as const;

/** Reads a message of a frame; null where it is none of the library's requests. */
export function parseRequest(message: unknown): WireRequest | null {
  const value = typeof message === 'string' ? jsonOf(message) : null;
  if (!isRecord(value) || value['_messageType'] !== 0) return null;
  const type = actionTypes[Number(value['_actionType'])];
  if (type === undefined) return null;
  return {
    action: String(value['_actionName']),
    type,
    conversationId: String(value['_conversationId']),
    correlationId: Number(value['_correlationId']),
    data: value['_data'],
  };
}

/** The text of an answer to a request. */
export function answerText(request: WireRequest, data: unknown, code: number): string {
  return messageText(request, data, code, 0);
}

/** The text of an event that was registered for with this request. */
export function eventText(registration: WireRequest, data: unknown): string {
  return messageText(registration, data, wireCode.ok, 1);
}

function messageText(request: WireRequest, data: unknown, code: number, type: 0 | 1): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: request.action,
    _conversationId: request.conversationId,
    _correlationId: request.correlationId,
    _origin: location.origin,
    _data: data,
    _errorCode: code,
    _responseType: type,
    _serializerVersion: 1,
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a value has members to be read by name. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
