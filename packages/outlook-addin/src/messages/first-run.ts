/** What the first run says otherwise in Outlook. */
export const firstRunChanges = {
  whatLines: [
    'You write and send in Outlook as you always did. Mail leaves from your own mailbox, through Exchange.',
    'Here you see when it left, who replied, and what bounced and why.',
  ],
  readsLines: [
    'From now on: who, subject and time of what you send and what answers it. Whole messages only where they look like a bounce notice.',
    'How many people you wrote to in the last 24 hours, to tell how far you are from Microsoft’s limit.',
    'It reads while this pane is open, and catches up the next time. All of it stays in this browser. No other company sees it.',
  ],
  permissionList: [
    {
      of: ['Mail.ReadWrite'],
      name: 'Your mail',
      why: 'To see what was sent, answered or bounced, and to keep a mail that leaves later in Drafts.',
    },
    {
      of: ['Mail.Send'],
      name: 'Sending mail as you',
      why: 'Only what you ask it to: a mail you send later, or a test mail to yourself.',
    },
    {
      of: ['User.Read'],
      name: 'Your name and address',
      why: 'To be sure that it is your mailbox that is open, and no other.',
    },
    {
      of: ['ReadWriteMailbox'],
      name: 'The mail you have open in Outlook',
      why: 'To mark a mail as followed and to check its recipients when you press Send.',
    },
  ],
  connectWhy:
    'Microsoft words the permission as “Read and write access to your mail” and “Send mail as you”. Postrider reads to fill the feed, and sends only what you ask it to.',
  connectBack: 'You can take it back at any time, here or in your Microsoft account.',
};
