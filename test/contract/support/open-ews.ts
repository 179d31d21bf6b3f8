import { randomBytes } from 'node:crypto';

import type { EwsSwitches } from '@postrider/sandbox/ews-switches';
import type { ExchangeSwitches } from '@postrider/sandbox/exchange-switches';
import { createEwsMailbox, type EwsMailbox } from '@postrider/shared/adapters/ews/ews-mailbox';
import type { AskEws } from '@postrider/shared/adapters/ews/ews-reply';
import type { DeferredSend, Mailbox } from '@postrider/shared/application/ports/mailbox';
import type { Outcome } from '@postrider/shared/application/ports/outcome';
import { branded } from '@postrider/shared/domain/brand';
import { mailboxAddress, type Cursor, type MailId } from '@postrider/shared/domain/ids';
import { afterEach, expect } from 'vitest';

import { readEwsSchema } from '../ews-schema.ts';
import { writtenBy } from './mailbox-subject.ts';
import { openWoodgrove, type Woodgrove } from './woodgrove.ts';

const schema = readEwsSchema();
const account = mailboxAddress('omar@woodgrove.example');

/** What can be switched at a company with a server of its own. */
export type ServerSwitches = Partial<ExchangeSwitches & EwsSwitches>;

/** Something that stands between the adapter and the server. */
export type Between = (ask: AskEws) => AskEws;

/**
 * Opens Omar's mailbox for the tests of one file, and closes it after each. Every request and answer is held against
 * Microsoft's schemas, where they are on this machine.
 */
export function ewsOpener() {
  const open: Woodgrove[] = [];
  const faults: string[] = [];
  afterEach(() => {
    for (const woodgrove of open.splice(0)) woodgrove.close();
    expect(faults.splice(0)).toEqual([]);
  });
  return (switches: ServerSwitches = {}, between: Between = (ask) => ask) => {
    const woodgrove = openWoodgrove(switches);
    open.push(woodgrove);
    const ask: AskEws = async (soap) => {
      faults.push(...(schema?.faults(soap) ?? []));
      const reply = await woodgrove.ask(soap);
      if (reply.kind === 'answer' && reply.text.endsWith('Envelope>')) {
        faults.push(...(schema?.faults(reply.text) ?? []));
      }
      return reply;
    };
    const { clock, wait } = woodgrove;
    const again = (): EwsMailbox => createEwsMailbox({ ask: between(ask), account, clock, wait });
    return { ...woodgrove, mailbox: again(), again };
  };
}

/** What a call gave, or a failing test. */
export function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== 'ok') throw new Error(`expected a value, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** The cursor of a watch that begins now. */
export async function begin(mailbox: Mailbox): Promise<Cursor> {
  return value(await mailbox.changes(null)).cursor;
}

/** How a mailbox sends later. */
export function means(mailbox: Mailbox): DeferredSend {
  const { deferredSend } = mailbox.capabilities;
  if (deferredSend.kind === 'no') throw new Error(deferredSend.why);
  return deferredSend.means;
}

/** A mailId that no other mail has. */
export const newMailId = () => branded<MailId>(randomBytes(16).toString('base64url'));

/** A mail of Omar's to Kim. */
export function written(headers: readonly string[] = []): Buffer {
  return writtenBy('Omar Haddad <omar@woodgrove.example>', { to: 'kim@initech.example', headers });
}

/** A draft of ours. */
export function draftOf(mailId: MailId) {
  return { mailId, raw: written([`X-Postrider-Mail: ${mailId}`]).toString() };
}

/** A mail of Kim's to Omar. */
export function fromKim(subject: string, headers: readonly string[] = []): Buffer {
  return Buffer.from(
    [...headers, 'From: kim@initech.example', `Subject: ${subject}`, '', 'Hello', ''].join('\r\n'),
  );
}
