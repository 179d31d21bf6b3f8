import type { FrameKind } from '../../controls.ts';
import { server } from '../ask-server.ts';
import { facts } from '../facts.ts';
import type { OpenItem } from '../open-item.ts';
import type { AddinFrame, Reply } from './addin-frame.ts';
import { openFrame } from './addin-frame.ts';
import { appContext } from './app-context.ts';
import { noteCompletion } from './commands.ts';
import { execute } from './execute.ts';
import { initialData } from './initial-data.ts';
import type { WireRequest } from './wire.ts';
import { isRecord, wireCode } from './wire.ts';

/** A frame of the add-in with the item that it works on. */
export type BoundFrame = AddinFrame & { item: OpenItem };

const frames = new Set<BoundFrame>();

/** Opens a page of the add-in on an item. */
export function openAddinFrame(
  kind: FrameKind,
  url: string,
  item: OpenItem,
  place: HTMLElement,
): BoundFrame {
  const { bridgeMissing } = facts;
  const title = kind === 'pane' ? (facts.addin?.name ?? 'Add-in') : 'Add-in in the background';
  const frame = openFrame({ kind, url, title, place, bridgeMissing }, (_frame, request, reply) => {
    void answer(bound, request, reply);
  });
  const bound: BoundFrame = {
    ...frame,
    item,
    close: () => {
      frames.delete(bound);
      frame.close();
    },
  };
  frames.add(bound);
  return bound;
}

/** Tells every frame on an item of an event, where it has registered for it. */
export function raiseOn(item: OpenItem, event: string, data: unknown): void {
  for (const frame of frames) if (frame.item === item) frame.raise(event, data);
}

/** Puts another item, or none, under a pinned pane. */
export function changeItem(frame: BoundFrame, item: OpenItem | null): void {
  if (item !== null) frame.item = item;
  frame.raise('olkItemSelectedChanged', item === null ? '' : initialData(item));
}

async function answer(frame: BoundFrame, request: WireRequest, reply: Reply): Promise<void> {
  switch (request.action) {
    case 'ContextActivationManager_getAppContextAsync':
      return reply(appContext(frame, await server.roaming()));
    // Focus and blur; nobody waits for an answer.
    case 'ContextActivationManager_notifyHost':
      return reply({});
    case 'GetInitialData':
      return reply(initialData(frame.item));
    case 'ExecuteMethod':
      return execute(frame, frame.item, request.data, reply);
    case 'executeMethod':
      return reply(officeWide(request.data));
    default:
      return reply({}, wireCode.failed);
  }
}

/** Calls that every Office host knows: 94 says that a command is done, 98 (single sign-on of old) is not offered. */
function officeWide(data: unknown): object {
  const method = isRecord(data) ? data['DdaMethod'] : null;
  const id = isRecord(method) ? method['DispatchId'] : null;
  if (id === 94 && isRecord(data)) {
    noteCompletion(
      String(data['0']),
      Number(data['1']),
      typeof data['2'] === 'string' ? data['2'] : '',
    );
    return { Version: 1, Error: 0 };
  }
  // 13000: the API is not supported for the add-in.
  return { Version: 1, Error: id === 98 ? 13000 : 5000 };
}
