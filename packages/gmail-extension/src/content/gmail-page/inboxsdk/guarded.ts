/** Runs a piece of ours inside somebody else's event. An error of ours must not end their work: Gmail's send goes on. */
export function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    reportError(error);
  }
}
