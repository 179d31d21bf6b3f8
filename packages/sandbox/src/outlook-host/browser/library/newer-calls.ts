import { invoke } from './invoke.ts';
import type { Callback, ComposeMembers } from './library.ts';
import { library } from './library.ts';

type Given = readonly unknown[];
type Options = Readonly<Record<string, unknown>>;

/**
 * TEST-ONLY. Adds to the library of 2022 what the library of the day has in compose mode (Mailbox 1.13 to 1.15), over
 * the same wire and with the dispatch ids of the newer one.
 */
export function installNewerCalls(): void {
  const { mailbox } = library().Office.context ?? {};
  const item = mailbox?.item;
  if (!mailbox || !item || !isCompose(item)) return;
  const { body = {}, delayDeliveryTime = {} } = item;
  // The library's own objects let nothing be changed, so that ones like them take their place.
  mailbox.item = like(item, {
    inReplyTo: mailbox.initialData?.['inReplyTo'],
    sendAsync: call(215, () => undefined),
    closeAsync: call(203, ({ discardItem }) => ({ discardItem: discardItem === true })),
    getItemClassAsync: call(210, () => undefined),
    getConversationIndexAsync: call(213, () => undefined),
    body: like(body, { prependOnSendAsync: textCall(197), getAsync: getBody(body['getAsync']) }),
    delayDeliveryTime: like(delayDeliveryTime, {
      getAsync: call(166, () => undefined, asDate),
    }),
  });
}

function like<Kind extends object>(
  original: Kind,
  members: Readonly<Record<string, unknown>>,
): Kind {
  const made: Kind = Object.create(original);
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(made, name, { value, enumerable: true });
  }
  return made;
}

/** The time as an object, or 0 where none is set. */
function asDate(value: unknown): unknown {
  return typeof value === 'number' && value > 0 ? new Date(value) : 0;
}

function isCompose({ subject }: ComposeMembers): boolean {
  return typeof subject === 'object' && subject !== null;
}

function call(
  id: number,
  parametersOf: (options: Options) => unknown,
  format?: (value: unknown) => unknown,
) {
  return (...given: Given): void => {
    const { options, callback } = split(given);
    invoke(id, parametersOf(options), callback, { context: options['asyncContext'], format });
  };
}

function textCall(id: number) {
  return (text: unknown, ...rest: Given): void => {
    const { options, callback } = split(rest);
    const given = typeof text === 'string' ? text : '';
    if (given.length > 5000) throw new Error('Sys.ArgumentOutOfRangeException');
    const coercionType = options['coercionType'] === 'html' ? 3 : 0;
    invoke(id, { appendTxt: given, coercionType }, callback, { context: options['asyncContext'] });
  };
}

/** `bodyMode` (Mailbox 1.13 [doubt]: hostConfig gives only what is new in a reply) came after 2022. */
function getBody(old: unknown) {
  return (coercionType: unknown, ...rest: Given): void => {
    const { options, callback } = split(rest);
    if (options['bodyMode'] === undefined && typeof old === 'function') {
      Reflect.apply(old, undefined, [coercionType, ...rest]);
      return;
    }
    invoke(
      37,
      { coercionType: coercionType === 'html' ? 3 : 0, bodyMode: Number(options['bodyMode']) },
      callback,
      { context: options['asyncContext'] },
    );
  };
}

function split(given: Given): { readonly options: Options; readonly callback: Callback | null } {
  const last = given.at(-1);
  const [first] = given;
  return {
    options: isOptions(first) ? first : {},
    callback: isCallback(last) ? last : null,
  };
}

function isOptions(value: unknown): value is Options {
  return typeof value === 'object' && value !== null;
}

function isCallback(value: unknown): value is Callback {
  return typeof value === 'function';
}
