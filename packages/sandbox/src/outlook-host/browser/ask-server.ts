import type { CallName } from '../calls.ts';
import type { FrameKind, HostEventDetails } from '../controls.ts';
import type { CallFault, FieldDefect } from '../defects.ts';
import type { NestedAuthRequest } from '../nested-auth.ts';
import type { ComposedItem, ListData, MessageData, SendResult } from '../page-data.ts';

/** What the server says of a call that an add-in has made. */
export type CallNote = {
  readonly fault: CallFault | null;
  readonly defects: readonly FieldDefect[];
};

/** A draft's own id, and the one by which add-ins know it. */
export type SavedDraft = { readonly id: string; readonly addinId: string };

/** The page's questions to the sandbox; each rejects where the answer is not 200. */
export const server = {
  list: (folder: string) => ask<ListData>('list', { folder }),
  message: (id: string) => ask<MessageData>('message', { id }),
  /** The item that add-ins know by this id. */
  find: (addinId: string) => ask<{ readonly id: string | null }>('find', { id: addinId }),
  version: async () => (await ask<{ readonly version: number }>('version')).version,
  read: (id: string) => tell('read', {}, { id }),
  save: (item: ComposedItem) => tell<SavedDraft>('save', item),
  send: (item: ComposedItem) => tell<SendResult>('send', item),
  discard: (id: string) => tell('discard', {}, { id }),
  remove: (id: string) => tell('delete', {}, { id }),
  properties: async (id: string) =>
    (await ask<{ readonly text: string }>('properties', { id })).text,
  saveProperties: (id: string, text: string) => tell('save-properties', { text }, { id }),
  call: (frame: FrameKind, name: CallName | 'unknown') => tell<CallNote>('call', { frame, name }),
  event: (event: HostEventDetails) => tell('event', event),
  defects: async () => (await ask<{ readonly defects: readonly FieldDefect[] }>('defects')).defects,
  roaming: () => ask<Readonly<Record<string, string>>>('roaming'),
  saveRoaming: (settings: Readonly<Record<string, string>>) => tell('save-roaming', settings),
  ews: (soap: string) => tell<Readonly<Record<string, unknown>>>('ews', { soap }),
  nestedAuth: (asked: NestedAuthRequest) =>
    tell<{ readonly answer: object | null }>('nested-auth', asked),
};

type Parameters = Readonly<Record<string, string>>;

function ask<Answer>(question: string, parameters: Parameters = {}): Promise<Answer> {
  return request<Answer>(question, parameters, {});
}

function tell<Answer = unknown>(
  question: string,
  body: unknown,
  parameters: Parameters = {},
): Promise<Answer> {
  return request<Answer>(question, parameters, { method: 'POST', body: JSON.stringify(body) });
}

async function request<Answer>(
  question: string,
  parameters: Parameters,
  init: RequestInit,
): Promise<Answer> {
  const search = new URLSearchParams(parameters);
  for (const name of ['account', 'open']) {
    const value = new URLSearchParams(location.search).get(name);
    if (value !== null) search.set(name, value);
  }
  const response = await fetch(`/sandbox/ask/${question}?${search}`, init);
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${question}.`);
  // The sandbox's own answer: both ends are built from the same types.
  const answer: Answer = await response.json();
  return answer;
}
