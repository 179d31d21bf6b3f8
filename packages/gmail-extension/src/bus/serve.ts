import * as v from 'valibot';

import { envelope, type Reply } from './envelope.ts';
import { type PageAnswers, pageRequests } from './page-catalogue.ts';
import { type PanelAnswers, panelRequests } from './panel-catalogue.ts';
import { senderKind } from './sender.ts';

type Sender = chrome.runtime.MessageSender;

type Handlers<
  Schemas extends Record<string, v.GenericSchema>,
  Answers extends Record<keyof Schemas, unknown>,
> = {
  readonly [Kind in keyof Schemas]: (
    request: v.InferOutput<Schemas[Kind]>,
    sender: Sender,
  ) => Answers[Kind] | Promise<Answers[Kind]>;
};

/** One function for every message of Gmail's page. */
export type PageHandlers = Handlers<typeof pageRequests, PageAnswers>;

/** One function for every message of our own pages. */
export type PanelHandlers = Handlers<typeof panelRequests, PanelAnswers>;

type Handler = (request: unknown, sender: Sender) => unknown;

/**
 * Answers the bus in the worker. Call it while the worker's script first runs, so that a message
 * which woke the worker finds its listener. `report` hears of handlers that threw.
 */
export function serve(
  page: PageHandlers,
  panel: PanelHandlers,
  report: (kind: string, error: unknown) => void,
): void {
  const handlers = {
    page: parsing(pageRequests, page),
    panel: parsing(panelRequests, panel),
    stranger: new Map<string, Handler>(),
  };
  chrome.runtime.onMessage.addListener(
    (message, sender, reply: (answer: Reply<unknown>) => void) => {
      const parsed = v.safeParse(envelope, message);
      if (!parsed.success) return false;
      const { kind, request } = parsed.output;
      const handler = handlers[senderKind(sender, chrome.runtime.id)].get(kind);
      if (handler === undefined) {
        reply({ kind: 'invalid' });
        return false;
      }
      void answer(handler, request, sender, (error) => report(kind, error)).then(reply);
      return true;
    },
  );
}

async function answer(
  handler: Handler,
  request: unknown,
  sender: Sender,
  report: (error: unknown) => void,
): Promise<Reply<unknown>> {
  try {
    return { kind: 'ok', value: await handler(request, sender) };
  } catch (error) {
    if (v.isValiError(error)) return { kind: 'invalid' };
    report(error);
    return { kind: 'failed' };
  }
}

type Served<Schemas extends Record<string, v.GenericSchema>> = {
  readonly [Kind in keyof Schemas]: (
    request: v.InferOutput<Schemas[Kind]>,
    sender: Sender,
  ) => unknown;
};

function parsing<const Schemas extends Record<string, v.GenericSchema>>(
  schemas: Schemas,
  handlers: Served<Schemas>,
): ReadonlyMap<string, Handler> {
  const byKind = new Map<string, Handler>();
  for (const kind in schemas) {
    const schema = schemas[kind];
    const handler = handlers[kind];
    if (schema) byKind.set(kind, (request, sender) => handler(v.parse(schema, request), sender));
  }
  return byKind;
}
