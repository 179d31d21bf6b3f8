import type { CallName } from '../../calls.ts';
import type { FieldDefect } from '../../defects.ts';
import type { ComposeItem, OpenItem } from '../open-item.ts';

/** What a call comes to. Codes are those of the library (`OSF.DDA.ErrorCodeManager`, 9000 and up). */
export type CallAnswer =
  | { readonly kind: 'ok'; readonly data: unknown }
  | { readonly kind: 'error'; readonly code: number }
  /** An answer in a form of its own. */
  | { readonly kind: 'raw'; readonly value: object };

/** What a call is made with. */
export type CallContext<Item extends OpenItem = OpenItem> = {
  readonly item: Item;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly defects: readonly FieldDefect[];
};

/** Carries a call out. */
export type CallHandler = (context: CallContext) => CallAnswer | Promise<CallAnswer>;

/** The calls of one kind. */
export type CallHandlers = { readonly [Name in CallName]?: CallHandler };

/** It worked. */
export function ok(data?: unknown): CallAnswer {
  return { kind: 'ok', data };
}

/** It did not. */
export function failed(code: number): CallAnswer {
  return { kind: 'error', code };
}

/** OperationNotSupported. */
export const notSupported = failed(5000);

/** A handler for mail that is written; while mail is read the call is not supported. */
export function inCompose(
  run: (context: CallContext<ComposeItem>) => CallAnswer | Promise<CallAnswer>,
): CallHandler {
  return (context) => {
    const { item } = context;
    return item.kind === 'compose' ? run({ ...context, item }) : notSupported;
  };
}

/** A parameter as text; empty where it is missing. */
export function textOf(parameters: CallContext['parameters'], name: string): string {
  const value = parameters[name];
  return typeof value === 'string' ? value : '';
}

/** A parameter as a list of records. */
export function recordsOf(
  parameters: CallContext['parameters'],
  name: string,
): readonly Readonly<Record<string, unknown>>[] {
  const value = parameters[name];
  return Array.isArray(value) ? value : [];
}

/** A parameter as a list of texts. */
export function textsOf(parameters: CallContext['parameters'], name: string): readonly string[] {
  const value = parameters[name];
  return Array.isArray(value) ? value.map(String) : [];
}
