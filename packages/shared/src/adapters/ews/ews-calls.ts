import type { Clock } from '../../application/ports/clock.ts';
import type { CallFailure } from '../../application/ports/outcome.ts';
import type { AskEws } from './ews-reply.ts';
import { readOfficeFailure, type EwsFailure } from './read-refusal.ts';
import { readResponse, type PartOutcome, type ReadResponse } from './read-response.ts';
import type { XmlElement } from './xml/element.ts';
import { writeEnvelope } from './xml/soap.ts';

/** Requests for one mailbox. */
export type EwsCalls = {
  /** Makes a request; gives a part for each thing asked for, in their order. */
  all(request: XmlElement): Promise<ReadResponse>;
  /** Makes a request that asks for one thing. */
  one(request: XmlElement): Promise<PartOutcome>;
};

/** Office refuses more before it sends anything (office.js, makeEwsRequestAsync). */
const maxRequestLength = 1_000_000;

/**
 * Builds the calls: one at a time, since Exchange counts what a user asks at once, and none before the time that
 * Exchange named when it refused one. Nothing is tried again here.
 */
export function createEwsCalls(ask: AskEws, clock: Clock): EwsCalls {
  let last: Promise<unknown> = Promise.resolve();
  let gate: Extract<CallFailure, { kind: 'rate-limited' }> | null = null;

  async function call(request: XmlElement): Promise<ReadResponse> {
    if (gate?.retryAt !== undefined && gate.retryAt !== null && clock() < gate.retryAt) return gate;
    gate = null;
    const soap = writeEnvelope(request);
    if (soap.length > maxRequestLength) return tooLongToSend;
    const reply = await ask(soap);
    switch (reply.kind) {
      case 'failed':
        return readOfficeFailure(reply.code, reply.message);
      case 'unanswered':
        return { kind: 'unknown', cause: 'timeout' };
      case 'answer':
        return readResponse(reply.text, request.name.replace(/^.*:/, ''), clock());
      default:
        return reply satisfies never;
    }
  }

  /** A limit holds for all that is asked, wherever in an answer it stands; one for sending alone does not. */
  function heed(answer: ReadResponse): ReadResponse {
    const outcomes: readonly (PartOutcome | EwsFailure)[] =
      answer.kind === 'ok' ? answer.parts : [answer];
    for (const outcome of outcomes) {
      const isLimit = outcome.kind === 'rate-limited' && outcome.limit !== 'sending';
      if (isLimit && (outcome.retryAt ?? 0) > (gate?.retryAt ?? 0)) gate = outcome;
    }
    return answer;
  }

  function all(request: XmlElement): Promise<ReadResponse> {
    const answer = last.then(async () => heed(await call(request)));
    last = answer.catch(() => null);
    return answer;
  }

  return {
    all,
    async one(request) {
      const answer = await all(request);
      if (answer.kind !== 'ok') return answer;
      const [part] = answer.parts;
      return answer.parts.length === 1 && part !== undefined
        ? part
        : { kind: 'unknown', cause: 'malformed-answer' };
    },
  };
}

const tooLongToSend = refused(
  'This mail is too large for Outlook’s add-ins to hand to Exchange Server (about 700 kB).',
);

/** A failure for those who know none of EWS's own: what is gone or changed is refused, in words. */
export function asCallFailure(failure: EwsFailure, missingWords: string): CallFailure {
  if (failure.kind === 'missing') return refused(missingWords);
  if (failure.kind === 'changed') {
    return refused('Somebody else changed this mail just now. Nothing was done; try again.');
  }
  if (failure.kind === 'too-large') {
    return refused('This mail is larger than Outlook lets add-ins read.');
  }
  return failure;
}

function refused(reason: string): CallFailure {
  return { kind: 'refused', reason, recipients: [] };
}
