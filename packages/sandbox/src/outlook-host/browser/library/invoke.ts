import type { Callback } from './library.ts';
import { library } from './library.ts';

/** Makes a call over the library's own wire and hands its AsyncResult to the callback. */
export function invoke(
  dispatchId: number,
  parameters: unknown,
  callback: Callback | null,
  context?: unknown,
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
        [Properties.Value]: bad ? undefined : answer.data,
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
