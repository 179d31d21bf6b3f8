const name = 'postriderTrafficPort';

/** Keeps our end of the channel for the script that is loaded later; messages wait in it until somebody listens. */
export function keepPort(port: MessagePort): void {
  Reflect.set(globalThis, name, port);
}

/** Our end of the channel; null where the ear has not run, as in a tab that was open before the install. */
export function keptPort(): MessagePort | null {
  const port: unknown = Reflect.get(globalThis, name);
  return port instanceof MessagePort ? port : null;
}
