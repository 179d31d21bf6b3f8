import { eva, omar } from './cast.ts';

/** What a person can try in Outlook. */
export function outlookByHand(): string {
  return `
Chromium is open on a sandbox: ${eva.name}'s Outlook (${eva.address}, Exchange Online). Nothing leaves this machine.

  1. Open a message, then "Open feed" above it. Connect the mailbox: nothing has to be entered.
  2. "New mail" to kim@globex.example, then "Track and send" above it, or Outlook's own Send.
     With the pane open, "Send later" hands a mail over to Exchange, which sends it with Outlook closed.
  3. Write to j.doe@initech.example: it bounces. maya@soylent.example answers after five seconds,
     robin@vandelay.example is out of office.
  4. https://mail.woodgrove.example/owa/?account=${omar.address} is a mailbox on a company's own Exchange Server.
     Microsoft's library does not know that host and asks once whether to trust it.
  5. https://mail.google.com/mail/u/3/ is Kim's mailbox, to answer by hand.

Close the browser or press Ctrl+C to end.`.trim();
}
