import type { Callback } from './library.ts';
import { library } from './library.ts';

/** What goes with a call: the caller's own `asyncContext`, and what is made of the value. */
type Extras = {
  readonly context?: unknown;
  readonly format?: ((value: unknown) => unknown) | undefined;
};

/** Makes a call over the library's own wire and hands its AsyncResult to the callback. */
export function invoke(
  dispatchId: number,
  parameters: unknown,
  callback: Callback | null,
  { context, format = (value) => value }: Extras,
): void {
  const { OSF } = library();
  const factory = OSF['_OfficeAppFactory'];
  const { Properties, ErrorProperties } = OSF.DDA.AsyncResultEnum;
  factory.getClientEndPoint().invoke(
    'ExecuteMethod',
    (code, answer) => {
      const bad = code !== 0 || !isAnswer(answer) || answer.error === true;
      const number = isAnswer(answer) ? (answer.errorCode ?? 9002) : 9002;
      const { name, message } = OSF.DDA.ErrorCodeManager.getErrorArgs(number);
      const values = {
        [Properties.Value]: bad ? undefined : format(answer.data),
        [Properties.Context]: context,
      };
      const error = {
        [ErrorProperties.Name]: name,
        [ErrorProperties.Message]: message,
        [ErrorProperties.Code]: number,
      };
      callback?.(new OSF.DDA.AsyncResult(values, bad ? error : null));
    },
    {
      ApiParams: parameters,
      MethodData: { ControlId: factory.getId(), DispatchId: dispatchId },
    },
  );
}

type Answer = { readonly error?: boolean; readonly errorCode?: number; readonly data?: unknown };

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null;
}
