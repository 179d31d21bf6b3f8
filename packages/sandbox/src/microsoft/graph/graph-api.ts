import { randomUUID } from 'node:crypto';

import { ExchangeRefusal } from '../../exchange/refusal.ts';
import type { ErrorAnswer, createFaults } from '../../faults.ts';
import type { Timers } from '../../later.ts';
import type { Directory, Person } from '../directory.ts';
import type { Grant, Grants } from '../grants.ts';
import { carryOutBatch, isBatch } from './batch.ts';
import { findCall, type FoundCall } from './calls.ts';
import { forAnyOrigin, preflight } from './cross-origin.ts';
import {
  accessDenied,
  GraphRefusal,
  noSegment,
  notInTheCloud,
  storeRefusal,
  unauthenticated,
} from './errors.ts';
import type { GraphTools } from './graph-call.ts';
import type { GraphLog } from './graph-log.ts';
import { handlers } from './handlers.ts';
import { preferencesOf } from './preferences.ts';
import type { Quota } from './quota.ts';

type Parts = GraphTools & {
  readonly directory: Directory;
  readonly grants: Grants;
  readonly quota: Quota;
  readonly log: GraphLog;
  readonly faults: ReturnType<typeof createFaults>;
  readonly timers: Timers;
};

type Asked = {
  readonly request: Request;
  readonly found: FoundCall | undefined;
  readonly grant: Grant | undefined;
  /** Tells how many were under way. */
  readonly admitted: (atOnce: number) => void;
};

// Requests that came together are under way together: each takes a turn of the event loop.
const aTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const written = ({ status, body, headers = {} }: ErrorAnswer, at: number): Response => {
  const requestId = randomUUID();
  const innerError = {
    date: new Date(at).toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': requestId,
  };
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  return Response.json(
    { error: { ...error, innerError } },
    { status, headers: { ...headers, 'request-id': requestId } },
  );
};

/** graph.microsoft.com: the door (faults, token, whose mailbox, scope, limits) before what answers. */
export const createGraphApi = (parts: Parts): ((request: Request) => Promise<Response>) => {
  const { exchange, switches, clock, directory, grants, quota, log, faults, timers } = parts;

  const takeTime = async (): Promise<void> => {
    const { latencyMs } = quota.limits;
    if (latencyMs > 0) await new Promise<void>((done) => void timers.start(done, latencyMs));
  };

  const personFor = ({ user, spec }: FoundCall, grant: Grant): Person => {
    const person = directory.person(grant.address);
    if (!person) throw unauthenticated('The user of this token is not known.');
    if (
      user !== 'me' &&
      directory.person(user)?.mailbox !== person.mailbox &&
      user !== person.objectId
    )
      throw accessDenied();
    if (!spec.scopes.some((scope) => grant.scopes.includes(scope))) throw accessDenied();
    const isHere = person.online && person.mailbox.condition() !== 'moved';
    if (spec.call !== 'me.get' && !isHere) throw notInTheCloud();
    return person;
  };

  const carryOut = async ({ request, found, grant, admitted }: Asked): Promise<Response> => {
    if (!grant) {
      const token = request.headers.get('authorization');
      const isKnown = token !== null && grants.look(bearerIn(request)).kind === 'expired';
      throw unauthenticated(
        isKnown
          ? 'Lifetime validation failed, the token is expired.'
          : token === null
            ? 'Access token is empty.'
            : 'Access token validation failure.',
      );
    }
    const url = new URL(request.url);
    if (!found) throw noSegment(url.pathname.split('/').at(-1) ?? '');
    const person = personFor(found, grant);
    const { mailbox } = person;
    const pass =
      found.spec.call === 'me.get'
        ? undefined
        : quota.admit(`${grant.clientId} ${mailbox.address}`);
    admitted(pass?.atOnce ?? 0);
    try {
      await aTurn();
      await takeTime();
      const { immutable, bodyType, pageSize, applied } = preferencesOf(request.headers);
      const call = {
        call: found.spec.call,
        person,
        mailbox,
        view: {
          mailbox,
          immutable,
          bodyType,
          switches: { ...switches, submittedFlag: exchange.switches.submittedFlag },
        },
        ids: found.ids,
        url,
        query: url.searchParams,
        headers: request.headers,
        bytes: Buffer.from(await request.arrayBuffer()),
        pageSize,
      };
      const response = await handlers[found.spec.call]?.(call, parts);
      if (!response) throw noSegment(found.spec.path);
      if (applied !== null) response.headers.set('preference-applied', applied);
      return response;
    } finally {
      pass?.release();
    }
  };

  const answered = async (asked: Asked): Promise<Response> => {
    try {
      return await carryOut(asked);
    } catch (error) {
      if (error instanceof GraphRefusal) return written(error.answer, clock());
      if (!(error instanceof ExchangeRefusal)) throw error;
      const { code, message } = error;
      return written(storeRefusal(code, message, switches.submissionQuotaStatus).answer, clock());
    }
  };

  const one = async (request: Request, batch?: number): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const found = findCall(request.method, pathname);
    const token = grants.look(bearerIn(request));
    const grant = token.kind === 'good' ? token.grant : undefined;
    let atOnce = 0;
    const admitted = (running: number): void => {
      atOnce = running;
    };
    const note = (status: number): void => {
      log.add({
        at: clock(),
        address: grant?.address,
        call: found?.spec.call,
        method: request.method,
        path: pathname,
        status,
        atOnce,
        batch,
      });
    };
    try {
      const asked = { request, found, grant, admitted };
      const response = await faults.through(request, () => answered(asked));
      note(response.status);
      return response;
    } catch (error) {
      note(0);
      throw error;
    }
  };

  let batches = 0;
  const all = (request: Request): Promise<Response> => {
    batches += 1;
    const batch = batches;
    return carryOutBatch(request, (part) => one(part, batch));
  };

  return async (request) => {
    if (request.method === 'OPTIONS') return preflight(request);
    await exchange.settle();
    const response = isBatch(request)
      ? await faults.through(request, () => all(request))
      : await one(request);
    return forAnyOrigin(response, switches);
  };
};

const bearerIn = (request: Request): string =>
  request.headers.get('authorization')?.replace(/^Bearer /i, '') ?? '';
