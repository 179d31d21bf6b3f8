import type { CallName } from '../../calls.ts';
import { callWithId } from '../../calls.ts';
import { atLeast } from '../../manifest/versions.ts';
import { server } from '../ask-server.ts';
import { after } from '../dom.ts';
import { facts } from '../facts.ts';
import type { OpenItem } from '../open-item.ts';
import type { AddinFrame, Reply } from './addin-frame.ts';
import { attachmentCalls } from './attachment-calls.ts';
import { bodyCalls } from './body-calls.ts';
import type { CallAnswer, CallHandlers } from './call-answer.ts';
import { failed, notSupported } from './call-answer.ts';
import { headerCalls } from './header-calls.ts';
import { itemCalls } from './item-calls.ts';
import { keepingCalls } from './keeping-calls.ts';
import { mailboxCalls } from './mailbox-calls.ts';
import { notificationCalls } from './notification-calls.ts';
import { recipientCalls } from './recipient-calls.ts';
import { isRecord, wireCode } from './wire.ts';

const handlers: CallHandlers = {
  ...attachmentCalls,
  ...bodyCalls,
  ...headerCalls,
  ...itemCalls,
  ...keepingCalls,
  ...mailboxCalls,
  ...notificationCalls,
  ...recipientCalls,
};

const ranks = { Restricted: 0, ReadItem: 1, ReadWriteItem: 2, ReadWriteMailbox: 3 } as const;

/** Carries a call of Outlook's object model out, unless a fault stands in for its answer. */
export async function execute(
  frame: AddinFrame,
  item: OpenItem,
  data: unknown,
  reply: Reply,
): Promise<void> {
  const method = isRecord(data) ? data['MethodData'] : null;
  const parameters = isRecord(data) ? data['ApiParams'] : null;
  const call = callWithId(isRecord(method) ? Number(method['DispatchId']) : 0);
  const { fault, defects } = await server.call(frame.kind, call?.name ?? 'unknown');
  if (fault === 'never-answers') return;
  if (call === undefined) return send(notSupported, reply);
  const allowed = ranks[facts.addin?.permission ?? 'Restricted'] >= call.permission;
  if (fault === 'access-denied' || !allowed) return reply({}, wireCode.accessDenied);
  if (!atLeast(facts.client.mailboxSet, call.since)) return send(notSupported, reply);
  if (fault !== null && 'errorCode' in fault) return send(failed(fault.errorCode), reply);
  if (fault !== null) await after(fault.delayMs);
  const context = { item, defects, parameters: recordOf(parameters) };
  return send(await run(call.name, context), reply);
}

async function run(
  name: CallName,
  context: Parameters<NonNullable<CallHandlers[CallName]>>[0],
): Promise<CallAnswer> {
  try {
    return (await handlers[name]?.(context)) ?? notSupported;
  } catch (error) {
    console.error(`The sandbox failed on ${name}:`, error);
    // InternalServerError.
    return failed(9042);
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) return Object.fromEntries(Object.entries(value));
  return isRecord(value) ? value : {};
}

function send(answer: CallAnswer, reply: Reply): void {
  if (answer.kind === 'raw') reply(answer.value);
  else if (answer.kind === 'ok') reply({ error: false, data: answer.data });
  else reply({ error: true, errorCode: answer.code });
}
