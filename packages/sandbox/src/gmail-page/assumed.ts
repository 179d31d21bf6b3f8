/** Something about Gmail that nobody here has seen with their own eyes. */
type Assumption<Value> = {
  readonly value: Value;
  /** What is known, and from where; the rest is made up. */
  readonly known: string;
};

function assume<Value>(value: Value, known: string): Assumption<Value> {
  return { value, known };
}

/** What the sandbox's Gmail page had to make up. Nothing of the product may rest on one of these alone. */
export const assumed = {
  partPlainText: assume(
    1,
    'Recordings hold parts of kind 0 and 2 only; no mail in plain text was recorded.',
  ),
  partEncrypted: assume(
    3,
    'Google’s help: encryption happens in the browser, so no words can be in the traffic.',
  ),
  placeOfTime: assume(47, 'No scheduled send was recorded; the place is empty in every recording.'),
  placeOfProtection: assume(
    48,
    'No confidential or encrypted mail was recorded; the place is empty.',
  ),
  placeOfMerge: assume(49, 'No mail merge was recorded; the place is empty.'),
  labelScheduled: assume(
    '^scheduled',
    'Gmail has #scheduled and in:scheduled; its inner label is not public.',
  ),
  confidentialMark: assume(
    'sb_locker',
    'The button (command="locker") is in the capture of 2020, the name of the dialogue’s Save button in a public script; the line that then stands below the text is not.',
  ),
  securityMark: assume(
    'sb_security',
    'Google’s help names the button "Message security" at the upper right and its "Turn on"; the hidden fields msg_encrypt and securityindicator are in the capture of 2020.',
  ),
  mergeMark: assume(
    'sb_merge',
    'Google’s help: "Use mail merge" at the right of the To line; the button Send then says Continue.',
  ),
  wordsQueued: assume(
    'No connection. Message queued: it will be sent when you are online.',
    'Gmail keeps it in the Outbox and says so; its words were not recorded.',
  ),
} as const;
