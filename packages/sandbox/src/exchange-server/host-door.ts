import type { Exchange } from '../exchange/exchange.ts';
import type { ExchangeMailbox } from '../exchange/mailbox.ts';
import { ConnectionLost } from '../faults.ts';
import type { EwsAnswer } from './ews-faults.ts';
import type { EwsSwitches } from './switches.ts';

/** What the host hands back: the server's answer, or its own error, which office.js gives to the add-in as 9020. */
export type HostAnswer = EwsAnswer & { readonly hostError: string | null };

/** Carries a request of an add-in to the server of the mailbox that is open. */
export type HostDoor = (mailbox: ExchangeMailbox, soap: string) => Promise<HostAnswer>;

/** office.js refuses a longer request itself before any host sees it (outlook-web-16.01, `maxEwsRequestSize`). */
const REQUEST_CHARS = 1_000_000;

/** What Outlook lets an answer be; older clients stop at 1 MB (office-js-docs, "Limits for activation and JavaScript API"). */
const RESPONSE_BYTES = 5 * 1024 * 1024;

const refusal = (status: number, hostError: string): HostAnswer => ({
  status,
  body: '',
  hostError,
});

/** The host's own part of `makeEwsRequestAsync`. Which operations pass is the server's to say, in a fault. */
export const createHostDoor = (tools: {
  readonly exchange: Exchange;
  readonly switches: EwsSwitches;
  readonly call: (soap: string, mailbox: ExchangeMailbox) => Promise<EwsAnswer>;
}): HostDoor => {
  const { exchange, switches, call } = tools;
  return async (mailbox, soap) => {
    if (soap.length > REQUEST_CHARS) return refusal(0, 'The request exceeds the 1 MB size limit.');
    // The words of the .NET client in Outlook on the web's server (office-js issue 2750).
    if (exchange.kind === 'online')
      return refusal(403, 'The remote server returned an error: (403) Forbidden.');
    let answer: EwsAnswer;
    try {
      answer = await call(soap, mailbox);
    } catch (error) {
      if (error instanceof ConnectionLost)
        return refusal(0, 'The underlying connection was closed.');
      throw error;
    }
    if (Buffer.byteLength(answer.body) > RESPONSE_BYTES)
      return refusal(
        answer.status,
        'Response exceeds 5 MB size limit. Please modify your EWS request.',
      );
    const passes =
      answer.status === 200 || (answer.status === 500 && switches.faultsThroughHost === 'body');
    return passes
      ? { ...answer, hostError: null }
      : refusal(answer.status, `The remote server returned an error: (${answer.status}).`);
  };
};
