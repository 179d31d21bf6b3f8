/** What the overlay uses of Microsoft's library: names of npm @microsoft/office-js 1.1.110. */
export type Library = {
  readonly Office: { readonly context?: OfficeContext };
  readonly Microsoft: {
    readonly Office: {
      readonly WebExtension: { readonly onReadyInternal: (run: () => void) => unknown };
    };
  };
  readonly OSF: {
    readonly _OfficeAppFactory: {
      getId(): string;
      setContext(context: OfficeContext): void;
      getClientEndPoint(): {
        invoke(
          action: string,
          callback: (code: number, answer: unknown) => void,
          data: unknown,
        ): void;
      };
    };
    readonly DDA: {
      readonly AsyncResult: new (values: object, error: object | null) => object;
      readonly AsyncResultEnum: {
        readonly Properties: { readonly Value: string; readonly Context: string };
        readonly ErrorProperties: {
          readonly Name: string;
          readonly Message: string;
          readonly Code: string;
        };
      };
      readonly ErrorCodeManager: {
        getErrorArgs(code: number): { readonly name: string; readonly message: string };
      };
    };
  };
};

/** `Office.context`, as far as the overlay changes it. */
export type OfficeContext = {
  readonly diagnostics?: object;
  readonly mailbox?: {
    readonly initialData?: Readonly<Record<string, unknown>> | null;
    item?: ComposeMembers | null;
  };
};

/** Members of an item, old and new. */
export type ComposeMembers = Record<string, unknown> & {
  readonly subject?: unknown;
  readonly body?: Record<string, unknown>;
  readonly delayDeliveryTime?: object;
};

/** Tells what came of a call. */
export type Callback = (result: object) => void;

/** The library, once office.js has run. */
export function library(): Library {
  // The globals of a script that is not ours: their shape is the type above, and the tests of the host.
  const found: Library & typeof globalThis = Object.assign(globalThis);
  return found;
}
