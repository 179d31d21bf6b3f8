/**
 * Lets work of this name be done by one worker, page or pane of this browser at a time (Web Locks API): they share a store
 * and a device name, so nothing else tells them apart. Gives null where another one is at it. The lock goes with whoever
 * held it, however that one ended.
 */
export function aloneBy(
  locks: LockManager,
  name: string,
): <Result>(work: () => Promise<Result>) => Promise<Result | null> {
  return async <Result>(work: () => Promise<Result>) => {
    const done = await locks.request(name, { ifAvailable: true }, async (lock) =>
      lock === null ? null : { result: await work() },
    );
    return done === null ? null : done.result;
  };
}
