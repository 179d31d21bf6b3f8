const key = 'mayHoldLease';

/** Whether a run of the queue may have left its lease in the mailbox, kept over the worker's end and the browser's. */
export const leaseMark = {
  async read(): Promise<boolean> {
    return (await chrome.storage.local.get(key))[key] === true;
  },
  async write(held: boolean): Promise<void> {
    if ((await leaseMark.read()) !== held) await chrome.storage.local.set({ [key]: held });
  },
};
