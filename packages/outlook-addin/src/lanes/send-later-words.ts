import type { CancelOutcome } from '@postrider/shared/application/deferred-send/deferred-send';
import type { CallFailure } from '@postrider/shared/application/ports/outcome';

import type { SendLaterOutcome } from './send-later.ts';

/** What became of sending later, for the rep: what is so, and what can be done. `when` is the time in words. */
export function sendLaterWords(outcome: SendLaterOutcome, when: string): string {
  switch (outcome.kind) {
    case 'held':
      return outcome.closed
        ? `Exchange sends it ${when}, with Outlook closed too.`
        : `Exchange sends it ${when}, with Outlook closed too. Close this window now and do not save: what you save would take the place of the mail that waits.`;
    case 'other-mailbox':
      return 'This is not your own mailbox, so Postrider leaves the mail alone. Use Outlook’s own Schedule send.';
    case 'no-recipients':
      return 'Nobody is in To, Cc or Bcc yet. Enter a recipient, then choose the time again.';
    case 'recipients-refused':
      return `Nothing was handed over: ${outcome.refusals.length === 1 ? 'a recipient is' : `${outcome.refusals.length} recipients are`} suppressed or at a domain where your company lets no mail go. Take them out, or undo the suppression.`;
    case 'not-saved':
      return 'Outlook did not save this mail, so nothing was handed over. Wait a moment and try again; if it stays so, save it yourself and open it from Drafts.';
    case 'not-on-server':
      return 'Outlook has saved this mail here and not on the server yet. Nothing was handed over. Check that Outlook is online, then try again.';
    case 'not-reached':
      return `Nothing was handed over. ${problemWords(outcome.problem)}`;
    case 'left':
      return 'This mail has left already. Look in Sent Items.';
    case 'waiting':
      return `Not proved yet that Exchange has it. Postrider goes on and shows it in the list; do not send it by hand before that. ${problemWords(outcome.problem)}`;
    case 'refused':
      return `Exchange did not take it, and nothing leaves: ${outcome.reason}`;
    case 'gone':
      return 'The draft was deleted meanwhile, so nothing leaves.';
    case 'unclear':
      return 'It lies in Drafts, and Exchange does not say whether it will leave. Open it there: where it has a Send button it waits for you.';
    case 'cannot':
      return outcome.why;
  }
}

/** What became of taking a mail back. */
export function cancelWords(outcome: CancelOutcome): string {
  switch (outcome.kind) {
    case 'cancelled':
      return 'Taken back: it is neither in Drafts nor in Sent Items.';
    case 'left':
      return 'Too late: it is in Sent Items.';
    case 'unconfirmed':
      return `Not proved yet that it will not leave. Postrider tries again. ${outcome.problem === null ? '' : problemWords(outcome.problem)}`.trim();
    case 'not-known':
      return 'This mail was not handed over from here. Look in Drafts.';
  }
}

function problemWords(problem: CallFailure): string {
  switch (problem.kind) {
    case 'rate-limited':
      return 'Microsoft asks to wait a little.';
    case 'reconnect-needed':
      return 'Microsoft asks you to connect again.';
    case 'refused':
      return problem.reason;
    case 'unknown':
      return 'Exchange did not answer.';
  }
}
