import type { Exchange } from '../exchange/exchange.ts';
import type { ExchangeMailbox } from '../exchange/mailbox.ts';
import { unrefTimers, type Timers } from '../later.ts';
import { answerText, faultText, readEnvelope } from './envelope.ts';
import { EwsError, EwsFault } from './ews-error.ts';
import { createEwsFaults, type EwsAnswer, type EwsFaults } from './ews-faults.ts';
import { createEwsLog, type EwsLog } from './ews-log.ts';
import { createHostDoor, type HostDoor } from './host-door.ts';
import { operations, operationsForAddIns } from './operations/all.ts';
import { failure } from './operations/operation.ts';
import { likeliestEwsSwitches, type EwsSwitches } from './switches.ts';
import { createThrottle, usualEwsLimits, type EwsLimits } from './throttle.ts';
import type { ServerVersion } from './versions.ts';
import type { XmlNode } from './xml/read.ts';

/** The web services of one company's Exchange. Exchange Online's are switched off. */
export type ExchangeServer = {
  /** `POST /EWS/Exchange.asmx` of the server. Rejects with `ConnectionLost` where the line is cut on purpose. */
  ews(request: Request, signedIn: { readonly user: string | undefined }): Promise<Response>;
  /** `makeEwsRequestAsync` of an add-in in Outlook, as the host carries it out for the mailbox that is open. */
  readonly makeEwsRequest: HostDoor;
  readonly faults: EwsFaults;
  readonly log: EwsLog;
  /** May be changed at any time. */
  readonly limits: EwsLimits;
  readonly switches: EwsSwitches;
};

const unavailable = (): EwsFault =>
  new EwsFault(
    'ErrorAccessDenied',
    'The requested web method is unavailable to this caller or application.',
  );

const codesIn = (body: string): readonly string[] =>
  [...body.matchAll(/<[me]:ResponseCode>(\w+)</g)].map(([, code = '']) => code);

/** Puts the web services in front of an Exchange. `version`: which server's build numbers it shows. */
export const createExchangeServer = (options: {
  readonly exchange: Exchange;
  readonly clock: () => number;
  readonly version?: ServerVersion;
  readonly switches?: Partial<EwsSwitches>;
  readonly limits?: Partial<EwsLimits>;
  readonly timers?: Timers;
}): ExchangeServer => {
  const { exchange, clock, version = 'SE', timers = unrefTimers } = options;
  const switches: EwsSwitches = { ...likeliestEwsSwitches, ...options.switches };
  const limits: EwsLimits = { ...usualEwsLimits, ...options.limits };
  const faults = createEwsFaults(timers);
  const throttle = createThrottle(clock, limits);
  const log = createEwsLog();

  const carryOut = async (request: XmlNode, mailbox: ExchangeMailbox): Promise<EwsAnswer> => {
    await exchange.settle();
    if (mailbox.condition() === 'moved')
      throw new EwsFault(switches.movedMailbox, 'The mailbox has been moved to another location.');
    const operation = operations.get(request.name);
    if (!operation) throw unavailable();
    const messages = await operation(request, { mailbox, exchange, switches, clock });
    return { status: 200, body: answerText(request.name, messages, version) };
  };

  const call = async (text: string, mailbox: ExchangeMailbox): Promise<EwsAnswer> => {
    const user = mailbox.address;
    let name: string | undefined;
    const note = ({ status, body }: EwsAnswer): void => {
      log.add({
        at: clock(),
        mailbox: user,
        operation: name,
        status,
        codes: codesIn(body),
        bytes: Buffer.byteLength(body),
      });
    };
    try {
      const answer = await throttle.through(user, async () => {
        const request = readEnvelope(text);
        name = request.name;
        if (!operationsForAddIns.has(name)) throw unavailable();
        return faults.through({ mailbox: user, operation: name }, () => carryOut(request, mailbox));
      });
      note(answer);
      return answer;
    } catch (error) {
      if (!(error instanceof EwsError)) {
        note({ status: 0, body: '' });
        throw error;
      }
      const answer =
        error instanceof EwsFault || name === undefined
          ? { status: 500, body: faultText(error) }
          : { status: 200, body: answerText(name, [failure(name, error)], version) };
      note(answer);
      return answer;
    }
  };

  const plain = (status: number, text: string, headers: Record<string, string> = {}): Response => {
    log.add({ at: clock(), mailbox: undefined, operation: undefined, status, codes: [], bytes: 0 });
    return new Response(text, { status, headers: { 'content-type': 'text/plain', ...headers } });
  };

  return {
    faults,
    log,
    limits,
    switches,
    ews: async (request, { user }) => {
      if (new URL(request.url).pathname.toLowerCase() !== '/ews/exchange.asmx')
        return plain(404, 'Not Found');
      if (exchange.kind === 'online') return plain(403, 'EWS has been disabled.');
      const mailbox = user === undefined ? undefined : exchange.mailbox(user);
      if (!mailbox) return plain(401, '', { 'www-authenticate': 'Negotiate, NTLM, Bearer' });
      if (request.method !== 'POST') return plain(405, 'Method Not Allowed', { allow: 'POST' });
      if (!/^text\/xml\b/i.test(request.headers.get('content-type') ?? ''))
        return plain(415, 'Unsupported Media Type');
      const text = await request.text();
      if (Buffer.byteLength(text) > limits.requestBytes) return plain(413, 'Request Too Large');
      const { status, body } = await call(text, mailbox);
      return new Response(body, {
        status,
        headers: { 'content-type': 'text/xml; charset=utf-8' },
      });
    },
    makeEwsRequest: createHostDoor({ exchange, switches, call }),
  };
};
