import { company, type Stage } from './stage.ts';

/** What a person can try in Gmail. */
export function gmailByHand({ rep }: Stage): string {
  return `
Chromium is open on a sandbox: Ana's mailbox (${rep.address}). Nothing leaves this machine.

  1. Click Postrider's icon (puzzle piece, then pin it). In its settings enter
       client ID      ${company.clientId}
       client secret  ${company.clientSecret}
     and connect ${rep.address}.
  2. Write to kim@globex.example. The strip under the compose window says "Follow". Send, or try Undo.
  3. Write to j.doe@initech.example: it bounces. maya@soylent.example answers after five seconds,
     robin@vandelay.example is out of office, pat@umbrella.example is delayed.
  4. https://mail.google.com/mail/u/2/ is Dana's mailbox, to answer by hand.

Close the browser or press Ctrl+C to end.`.trim();
}
