import type { ListData, MessageData, ThreadData } from '../page-data.ts';
import { facts } from './page-globals.ts';

type Parameters = Readonly<Record<string, string>>;

/** The page's questions to the sandbox; each rejects where the answer is not 200. */
export const server = {
  list: (parameters: Parameters) => ask<ListData>('list', parameters),
  thread: (id: string) => ask<ThreadData>('thread', { id }),
  draft: (id: string) => ask<MessageData>('draft', { id }),
  /** The draft under a key that the page gave it. */
  draftUnder: (key: string) => ask<MessageData>('draft', { key }),
  version: async () => (await ask<{ version: string }>('version', {})).version,
  label: (id: string, change: Parameters) => tell<unknown>('label', { id, ...change }),
  discard: (key: string) => tell<unknown>('discard', { key }),
  undo: (id: string) => tell<MessageData>('undo', { id }),
};

function ask<Answer>(question: string, parameters: Parameters): Promise<Answer> {
  return request<Answer>('GET', question, parameters);
}

function tell<Answer>(question: string, parameters: Parameters): Promise<Answer> {
  return request<Answer>('POST', question, parameters);
}

async function request<Answer>(
  method: string,
  question: string,
  parameters: Parameters,
): Promise<Answer> {
  const search = new URLSearchParams(parameters);
  const response = await fetch(`/sandbox/${facts.path}/${question}?${search}`, { method });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${question}.`);
  // The sandbox's own answer: both ends are built from the same types.
  const answer: Answer = await response.json();
  return answer;
}
