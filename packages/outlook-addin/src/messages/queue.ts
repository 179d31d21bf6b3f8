import type { Messages } from '@postrider/shared/ui/messages/en';

/** The words of mail that leaves in the background, where Exchange keeps it and the pane hands it over. */
export function queueChanges({
  queue,
  groupMail,
}: Messages): Pick<Messages, 'queue' | 'groupMail'> {
  return {
    queue: {
      ...queue,
      entry: {
        ...queue.entry,
        held: 'Exchange has it and sends it at its time, with Outlook closed. It can be stopped only while this pane is open.',
      },
    },
    groupMail: {
      ...groupMail,
      startWhy:
        'It begins at once. What leaves in the next four hours is handed over to Exchange: it leaves with Outlook closed, and can be stopped only while this pane is open. The rest is handed over when you next open it.',
    },
  };
}
