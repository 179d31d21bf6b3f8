import { createFaultQueue, type FaultQueue } from '../fault-queue.ts';
import { ConnectionLost } from '../faults.ts';
import type { Timers } from '../later.ts';
import { EwsError } from './ews-error.ts';

/** A call that has come in. */
export type EwsCall = {
  readonly mailbox: string;
  /** "SendItem". */
  readonly operation: string;
};

/** What a request comes to: an HTTP status, and the text of the answer. */
export type EwsAnswer = { readonly status: number; readonly body: string };

/**
 * What goes wrong. An `EwsFault` is a SOAP fault, any other `EwsError` the error of each response message; `hang` never
 * answers.
 */
type EwsTrouble = EwsError | EwsAnswer | 'hang' | 'drop' | 'malformed-xml';

/** Faults of a server's web services. */
export type EwsFaults = FaultQueue<EwsCall, EwsTrouble>;

const strike = async (trouble: EwsTrouble): Promise<EwsAnswer> => {
  if (trouble === 'hang') return new Promise<never>(() => {});
  if (trouble === 'drop') throw new ConnectionLost('The line was cut');
  if (trouble === 'malformed-xml')
    return { status: 200, body: '<?xml version="1.0"?><s:Envelope xmlns:s=' };
  if (trouble instanceof EwsError) throw trouble;
  return trouble;
};

/** An empty queue, and the function that lets a call pass through it. */
export const createEwsFaults = (timers: Timers) =>
  createFaultQueue<EwsCall, EwsTrouble, EwsAnswer>(timers, strike);
