import type { FrameKind } from '../../controls.ts';
import { element } from '../dom.ts';
import { facts } from '../facts.ts';
import type { WireRequest } from './wire.ts';
import { answerText, eventText, parseRequest, wireCode } from './wire.ts';

/** Sends the answer to one request. */
export type Reply = (data: unknown, code?: number) => void;

/** A page of the add-in in its frame, as the host sees it. */
export type AddinFrame = {
  readonly kind: FrameKind;
  /** The frame's own number on the wire. */
  readonly controlId: string;
  readonly correlation: string;
  readonly iframe: HTMLIFrameElement;
  /** Resolves when the page can be told of commands: Office.onReady has been called. */
  readonly ready: Promise<void>;
  /** Tells the page of an event, where it has registered for it. */
  readonly raise: (event: string, data: unknown) => void;
  readonly close: () => void;
};

/** Puts a page of the add-in into the host page, named and addressed as Outlook on the web does (facts: wire protocol, points 1 to 5). */
export function openFrame(
  options: {
    readonly kind: FrameKind;
    readonly url: string;
    readonly title: string;
    /** The frame gets no bridge for signing in although the client says that it has one. */
    readonly bridgeMissing: boolean;
    readonly place: HTMLElement;
  },
  onInvoke: (frame: AddinFrame, request: WireRequest, reply: Reply) => void,
): AddinFrame {
  const controlId = crypto.randomUUID();
  const conversationId = crypto.randomUUID();
  const correlation = crypto.randomUUID();
  const url = new URL(options.url);
  // The seventh field stops the library's telemetry.
  const hostInfo = `Outlook$Web$16.01$en-US$${correlation}$$disableLogging$0`;
  url.searchParams.set('_host_Info', hostInfo);
  const iframe = element('iframe', {
    class: `addin-${options.kind}`,
    title: options.title,
    name: JSON.stringify({
      baseFrameName: `frame-${controlId}`,
      hostInfo,
      xdmInfo: `${conversationId}|${controlId}|${location.origin}`,
      serializerVersion: 1,
      flights: '[]',
      disabledChangeGates: '[]',
      playedClient: { ...facts.client, bridgeMissing: options.bridgeMissing },
    }),
    src: url.href,
  });
  const registrations = new Map<string, WireRequest>();
  const opened = Promise.withResolvers<void>();

  // Answers and events share one queue: the library drops an event that overtakes the answer to its registration.
  const post = (text: string): void => iframe.contentWindow?.postMessage(text, url.origin);

  function listen(event: MessageEvent): void {
    if (event.source !== iframe.contentWindow || event.origin !== url.origin) return;
    const request = parseRequest(event.data);
    if (request === null || request.conversationId !== conversationId) return;
    const reply: Reply = (data, code = wireCode.ok) => post(answerText(request, data, code));
    if (request.type === 'register') {
      registrations.set(request.action, request);
      reply({ Error: 0 });
      if (request.action === 'appCommandInvoked') opened.resolve();
    } else if (request.type === 'unregister') {
      registrations.delete(request.action);
      reply({ Error: 0 });
    } else {
      onInvoke(frame, request, reply);
    }
  }

  const frame: AddinFrame = {
    kind: options.kind,
    controlId,
    correlation,
    iframe,
    ready: opened.promise,
    raise: (name, data) => {
      const registration = registrations.get(name);
      if (registration !== undefined) post(eventText(registration, data));
    },
    close: () => {
      removeEventListener('message', listen);
      iframe.remove();
    },
  };
  addEventListener('message', listen);
  options.place.append(iframe);
  return frame;
}
