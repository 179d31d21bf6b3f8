/** The words of mail that leaves in the background: the queue and its mails. */
export function queueWords() {
  return {
    tab: 'Queue',
    summary: (waiting: string, doneAt: string | null) =>
      doneAt === null ? `${waiting} waiting` : `${waiting} waiting · done about ${doneAt}`,
    pause: 'Pause',
    resume: 'Resume',
    empty: 'Nothing waits to leave',
  };
}
