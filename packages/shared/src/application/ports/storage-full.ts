/** Whether a store could not write because the browser gives no more room (Storage Standard, QuotaExceededError). */
export function isStorageFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
