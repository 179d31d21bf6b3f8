/**
 * TEST-ONLY. What Microsoft's library of 2022 asks of MicrosoftAjax.js (3.5), and no more: it stands before the library,
 * so that nothing is loaded from ajax.aspnetcdn.com.
 */
export function installMicrosoftAjax(): void {
  const type = Object.assign(Function, {
    registerNamespace: (path: string) => {
      path
        .split('.')
        .reduce<Record<string, unknown>>((at, name) => memberOf(at, name), globalRecord());
    },
    registerClass: nothing,
    _validateParams: () => null,
    _validateParameter: () => null,
    createDelegate: (owner: unknown, method: (...given: unknown[]) => unknown) =>
      method.bind(owner),
  });
  // Every function has it there.
  const functions: object = Object.getPrototypeOf(Function);
  Object.defineProperty(functions, 'registerClass', {
    value: registerClass,
    configurable: true,
    writable: true,
  });
  Object.assign(globalThis, {
    Type: type,
    Sys: {
      StringBuilder: nothing,
      Serialization: {
        JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse },
      },
      Debug: { trace: nothing },
      Browser: { agent: 'chrome', InternetExplorer: 'ie' },
    },
  });
  Object.assign(Error, {
    argument: errorOf('Argument'),
    argumentNull: errorOf('ArgumentNull'),
    argumentUndefined: errorOf('ArgumentUndefined'),
    argumentOutOfRange: errorOf('ArgumentOutOfRange'),
    argumentType: errorOf('ArgumentType'),
    invalidOperation: errorOf('InvalidOperation'),
    parameterCount: (message?: string) => errorOf('ParameterCount')(undefined, message),
    create: (message: string, info: object) => Object.assign(new Error(message), info),
  });
}

function nothing(): void {}

function registerClass(this: unknown): unknown {
  return this;
}

function globalRecord(): Record<string, unknown> {
  return Object.assign(globalThis, {});
}

function memberOf(at: Record<string, unknown>, name: string): Record<string, unknown> {
  const known = at[name];
  if (isRecord(known)) return known;
  const made: Record<string, unknown> = {};
  at[name] = made;
  return made;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function errorOf(name: string) {
  return (parameter?: unknown, message?: unknown): Error => {
    const words = typeof message === 'string' ? message : '';
    const named = typeof parameter === 'string' ? `\nParameter name: ${parameter}` : '';
    const error = new Error(`Sys.${name}Exception: ${words}${named}`);
    error.name = `Sys.${name}Exception`;
    return error;
  };
}
