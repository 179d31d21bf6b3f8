import type { Addition, ApiCall } from '../api-call.ts';
import { fullPayload, metadataPayload } from './payload.ts';

/** A message, thread or draft as the emulator writes it, as far as it is touched here. */
type Resource = {
  id?: string;
  threadId?: string;
  labelIds?: string[];
  sizeEstimate?: number;
  payload?: object;
  message?: Resource;
  messages?: Resource[];
};

const mended = (resource: Resource, call: ApiCall): Resource => {
  if (resource.message) return { ...resource, message: mended(resource.message, call) };
  if (resource.messages)
    return { ...resource, messages: resource.messages.map((message) => mended(message, call)) };
  const stored = call.mailbox.find(resource.id ?? '');
  if (!stored) return resource;
  const payload = {
    full: () => fullPayload(stored.raw),
    metadata: () => metadataPayload(stored.raw, call.query.getAll('metadataHeaders')),
  }[call.query.get('format') ?? 'full'];
  return {
    ...resource,
    sizeEstimate: stored.raw.length,
    ...(payload ? { payload: payload() } : {}),
  };
};

const resourceIn = async (answer: Response): Promise<Resource> => JSON.parse(await answer.text());

const mend = async (answer: Response, call: ApiCall): Promise<Response> =>
  answer.ok ? Response.json(mended(await resourceIn(answer), call)) : answer;

/** messages.get and drafts.get by the emulator, with a payload read from the raw message. */
export const getResource: Addition = async (call, { forward }) => mend(await forward(call), call);

/** threads.get: in Gmail a thread shows all its messages, those in Trash and Spam too. */
export const getThread: Addition = async (call, { forward }) => {
  const query = new URLSearchParams(call.query);
  query.set('includeSpamTrash', 'true');
  return mend(await forward(call, query), call);
};

const slimmed = ({ id, threadId, labelIds, messages }: Resource): object => ({
  id,
  ...(threadId === undefined ? {} : { threadId }),
  ...(labelIds ? { labelIds } : {}),
  ...(messages ? { messages: messages.map(slimmed) } : {}),
});

/** Calls that change a message: the emulator answers with all of it, Gmail with ids and labels. */
export const slim: Addition = async (call, { forward }) => {
  const answer = await forward(call);
  return answer.ok ? Response.json(slimmed(await resourceIn(answer))) : answer;
};
