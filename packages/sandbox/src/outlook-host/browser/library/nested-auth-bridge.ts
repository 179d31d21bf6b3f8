type Listener = (message: { readonly data: string }) => void;

/** TEST-ONLY. What a host with nested app authentication, by the library of the day, puts into the add-in's window (npm @azure/msal-browser, src/naa). */
export function installNestedAuthBridge(): void {
  const listeners = new Set<Listener>();
  addEventListener('message', (event: MessageEvent<unknown>) => {
    const { data, source } = event;
    if (source !== parent || typeof data !== 'object' || data === null) return;
    if (!('sandboxBridge' in data) || data.sandboxBridge !== 'response' || !('body' in data))
      return;
    for (const listener of listeners) listener({ data: String(data.body) });
  });
  Object.assign(globalThis, {
    nestedAppAuthBridge: {
      addEventListener: (_name: string, listener: Listener) => listeners.add(listener),
      removeEventListener: (_name: string, listener: Listener) => listeners.delete(listener),
      postMessage: (body: string) => parent.postMessage({ sandboxBridge: 'request', body }, '*'),
    },
  });
}
