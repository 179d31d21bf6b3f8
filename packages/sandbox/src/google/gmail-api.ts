import type { createFaults } from '../faults.ts';
import { additions } from './additions.ts';
import { carryOutBatch, isBatch } from './additions/batch.ts';
import { refuseScope } from './additions/scopes.ts';
import type { ApiCall, ApiTools } from './api-call.ts';
import type { ApiLog } from './api-log.ts';
import { findCall, type FoundCall } from './calls.ts';
import {
  answerOf,
  delegationDenied,
  tooManyConcurrent429,
  unauthenticated,
  userRateLimit403,
} from './errors.ts';
import type { Grants } from './grants.ts';
import type { Mailbox } from './mailbox.ts';
import type { Quota } from './quota.ts';

/** gmail.googleapis.com. */
export type GmailApi = {
  /** Answers one request; a batch too, each part as a request of its own. */
  answer(request: Request): Promise<Response>;
};

type Parts = Omit<ApiTools, 'forward'> & {
  readonly grants: Grants;
  readonly quota: Quota;
  readonly log: ApiLog;
  readonly faults: ReturnType<typeof createFaults>;
  readonly mailboxAt: (address: string) => Mailbox | undefined;
};

// Requests that came together are under way together: each takes a turn of the event loop.
const aTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

const forwardTo =
  (emulator: Parts['emulator']): ApiTools['forward'] =>
  ({ request, bytes }, query) => {
    const url = new URL(request.url);
    if (query) url.search = query.toString();
    const { method, headers } = request;
    const body = bytes.length > 0 ? { body: new Uint8Array(bytes) } : {};
    return emulator.fetch(new Request(url, { method, headers, ...body }));
  };

/** The door of the API: faults, token, user, scope and quota, then an addition or the emulator. */
export const createGmailApi = (parts: Parts): GmailApi => {
  const { emulator, grants, quota, log, faults, clock, mailboxAt } = parts;
  const forward = forwardTo(emulator);
  const tools: ApiTools = { ...parts, forward };

  const carryOut = async (
    request: Request,
    found: FoundCall | undefined,
    token: { login: string; scopes: readonly string[] } | undefined,
    charge: (units: number) => void,
  ): Promise<Response> => {
    const mailbox = token && mailboxAt(token.login);
    if (!found) return emulator.fetch(request);
    if (!token || !mailbox) return answerOf(unauthenticated());
    const { spec, userId, ids } = found;
    if (userId !== 'me' && userId.toLowerCase() !== mailbox.address)
      return answerOf(delegationDenied(mailbox.address));

    const call: ApiCall = {
      call: spec.call,
      mailbox,
      ids,
      query: new URL(request.url).searchParams,
      scopes: token.scopes,
      request,
      bytes: Buffer.from(await request.arrayBuffer()),
    };
    const refusal = refuseScope(spec, call);
    if (refusal) return answerOf(refusal);

    const admission = quota.admit(mailbox.address, spec.units);
    if (admission.kind === 'too-many-at-once') return answerOf(tooManyConcurrent429());
    if (admission.kind === 'over-quota') return answerOf(userRateLimit403(admission.retryAt));
    charge(spec.units);
    try {
      await aTurn();
      return await (additions[spec.call]?.(call, tools) ?? forward(call));
    } finally {
      admission.release();
    }
  };

  let batches = 0;

  const one = async (request: Request, batch?: number): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const found = findCall(request.method, pathname);
    grants.dropExpired();
    const bearer = request.headers.get('authorization')?.replace(/^Bearer /i, '') ?? '';
    const token = emulator.tokens.get(bearer);
    let units = 0;
    const note = (status: number): void => {
      const { method } = request;
      const call = found?.spec.call;
      const account = token?.login;
      log.add({ at: clock(), account, call, method, path: pathname, status, units, batch });
    };
    const charge = (charged: number): void => {
      units = charged;
    };
    try {
      const answer = await faults.through(request, () => carryOut(request, found, token, charge));
      note(answer.status);
      return answer;
    } catch (error) {
      note(0);
      throw error;
    }
  };

  const all = (request: Request): Promise<Response> => {
    batches += 1;
    const batch = batches;
    return carryOutBatch(request, (part) => one(part, batch));
  };

  return {
    answer: (request) =>
      isBatch(request) ? faults.through(request, () => all(request)) : one(request),
  };
};
