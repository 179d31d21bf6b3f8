/** Runs a piece of ours inside somebody else's event. An error of ours must not end their work: Gmail's send goes on. */
export function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    reportError(error);
  }
}

/** Reads something from Gmail's page; what cannot be read is the fallback, and the rest goes on without it. */
export function readOr<Value>(fallback: Value, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    reportError(error);
    return fallback;
  }
}
