import * as v from 'valibot';

import type { TrafficWord } from './handshake.ts';
import { type DraftChange, type NamedMessage, readAnswer, readRequest } from './sync-shapes.ts';

/** What is heard of Gmail's sync traffic. */
export type TrafficListener = {
  /** A request is on its way. */
  asked(change: DraftChange, account: string): void;
  /** Gmail has answered it and named the message. */
  named(change: DraftChange, message: NamedMessage): void;
  /** Gmail did not take it: nothing was saved or sent. */
  refused(change: DraftChange): void;
  /** A request or an answer has another shape than we know. */
  unreadable(where: string): void;
};

/** Comes from Gmail's world, where nobody is trusted: whatever does not parse is dropped. */
const trafficWord = v.object({
  number: v.number(),
  path: v.pipe(v.string(), v.maxLength(500)),
  account: v.pipe(v.string(), v.maxLength(320)),
  request: v.string(),
  answer: v.nullable(v.object({ status: v.number(), text: v.string() })),
}) satisfies v.GenericSchema<TrafficWord>;

/** Hears what the watcher says through the port, what waited in it first, until the signal ends it. */
export function listenToTraffic(
  port: MessagePort,
  listener: TrafficListener,
  signal: AbortSignal,
): void {
  const changesOf = new Map<number, readonly DraftChange[]>();

  function hearRequest({ number, request, account }: TrafficWord): void {
    const read = readRequest(request);
    if (read.kind !== 'read') return listener.unreadable(read.where);
    changesOf.set(number, read.value);
    for (const change of read.value) listener.asked(change, account.trim().toLowerCase());
    return undefined;
  }

  function hearAnswer(number: number, { status, text }: NonNullable<TrafficWord['answer']>): void {
    const changes = changesOf.get(number) ?? [];
    changesOf.delete(number);
    if (changes.length === 0) return undefined;
    if (status !== 200) {
      for (const change of changes) listener.refused(change);
      return undefined;
    }
    const read = readAnswer(text);
    if (read.kind !== 'read') return listener.unreadable(read.where);
    for (const change of changes) {
      // A thread comes with all its messages: the one that was changed carries its draft's key.
      const message = read.value.find(({ draftKey }) => draftKey === change.draftKey);
      if (message) listener.named(change, message);
      else listener.unreadable('answer: another message');
    }
    return undefined;
  }

  port.addEventListener(
    'message',
    ({ data }: MessageEvent<unknown>) => {
      const word = v.safeParse(trafficWord, data);
      if (!word.success) return;
      if (word.output.answer === null) hearRequest(word.output);
      else hearAnswer(word.output.number, word.output.answer);
    },
    { signal },
  );
  port.start();
}
