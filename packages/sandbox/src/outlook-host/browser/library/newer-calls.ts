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
  if (!item || !isCompose(item)) return;
  const data = mailbox?.initialData ?? {};
  item['inReplyTo'] = data['inReplyTo'];
  item['sendAsync'] = call(215, () => undefined);
  item['closeAsync'] = call(203, ({ discardItem }) => ({ discardItem: discardItem === true }));
  item['getItemClassAsync'] = call(210, () => undefined);
  item['getConversationIndexAsync'] = call(213, () => undefined);
  const { body } = item;
  if (body === undefined) return;
  body['prependOnSendAsync'] = textCall(197);
  body['getAsync'] = getBody(body['getAsync']);
}

function isCompose({ subject }: ComposeMembers): boolean {
  return typeof subject === 'object' && subject !== null;
}

function call(id: number, parametersOf: (options: Options) => unknown) {
  return (...given: Given): void => {
    const { options, callback } = split(given);
    invoke(id, parametersOf(options), callback, options['asyncContext']);
  };
}

function textCall(id: number) {
  return (text: unknown, ...rest: Given): void => {
    const { options, callback } = split(rest);
    const given = typeof text === 'string' ? text : '';
    if (given.length > 5000) throw new Error('Sys.ArgumentOutOfRangeException');
    const coercionType = options['coercionType'] === 'html' ? 3 : 0;
    invoke(id, { appendTxt: given, coercionType }, callback, options['asyncContext']);
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
      options['asyncContext'],
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
