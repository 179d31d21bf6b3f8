const openMail = {
  of: ['ReadWriteMailbox'],
  name: 'The mail you have open in Outlook',
  why: 'To mark a mail as followed and to check its recipients when you press Send.',
};

/** What the first run says otherwise in Outlook, for a mailbox on Exchange Online. */
export const firstRunOnline = {
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
    openMail,
  ],
  connectWhy:
    'Microsoft words the permission as “Read and write access to your mail” and “Send mail as you”. Postrider reads to fill the feed, and sends only what you ask it to.',
  connectBack: 'You can take it back at any time, here or in your Microsoft account.',
};

/** The same for a mailbox on a company's own Exchange Server: nobody signs in anywhere. */
export const firstRunOnServer = {
  ...firstRunOnline,
  readsLines: [
    'From now on: who, subject and time of what you send and what answers it. Whole messages only where they look like a bounce notice.',
    'How many mails you sent in the last 24 hours.',
    'It reads while this pane is open, and catches up the next time. All of it stays in this browser. Nothing leaves your company’s server.',
  ],
  permissionList: [
    {
      of: ['ReadWriteMailbox'],
      name: 'Your mailbox, through Outlook',
      why: 'To see what was sent, answered or bounced, and to send what you ask it to. Outlook passes each request on to your company’s Exchange Server.',
    },
    {
      ...openMail,
      why: 'To name recipients that no mail may leave to, and to hand over a mail that leaves later.',
    },
  ],
  connectWhy:
    'Outlook is signed in to your company’s Exchange Server already, so there is nothing to enter. Postrider reads to fill the feed, and sends only what you ask it to.',
  connectBack: 'You can disconnect at any time, here.',
};
