import { after } from '../dom.ts';
import { facts } from '../facts.ts';
import type { AddinFrame } from './addin-frame.ts';
import { isRecord } from './wire.ts';

/** What became of a function of the add-in. */
export type Completion =
  /** It called `event.completed`, with options where it gave some. */
  | { readonly kind: 'completed'; readonly options: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unknown function' }
  | { readonly kind: 'not loaded' }
  | { readonly kind: 'timed out' };

const waiting = new Map<string, (completion: Completion) => void>();

/** The library's status of a function that nobody has associated. */
const ok = 0;

/** Takes the library's word that a command is done. */
export function noteCompletion(id: string, status: number, eventText: string): void {
  const event: unknown = eventText === '' ? null : JSON.parse(eventText);
  const options = isRecord(event) ? event['completedContext'] : null;
  waiting.get(id)?.(
    status === ok
      ? { kind: 'completed', options: isRecord(options) ? options : {} }
      : { kind: 'unknown function' },
  );
  waiting.delete(id);
}

/** Starts a function of the add-in in a frame and waits until it is done. */
export async function runCommand(
  frame: AddinFrame,
  functionName: string,
  event: object,
): Promise<Completion> {
  const late = after(facts.settings.timeoutMs);
  const loaded = await Promise.race([frame.ready.then(() => true), late.then(() => false)]);
  if (!loaded) return { kind: 'not loaded' };
  const id = crypto.randomUUID();
  const done = new Promise<Completion>((resolve) => waiting.set(id, resolve));
  frame.raise('appCommandInvoked', { 0: id, 1: functionName, 2: JSON.stringify(event) });
  const completion = await Promise.race([
    done,
    late.then((): Completion => ({ kind: 'timed out' })),
  ]);
  waiting.delete(id);
  return completion;
}
