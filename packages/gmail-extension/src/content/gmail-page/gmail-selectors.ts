import type { ComposeKind } from './compose-port.ts';

/** Where Gmail keeps the draft's own name inside a compose window: `#msg-a:r…`; exactly one in each. */
export const draftInput = 'input[name="draft"]';

/** The address that the mail is from; empty where the mailbox has no alias. */
export const fromInput = 'input[name="from"]';

/**
 * Gmail's compose windows and inline replies: what holds any of the fields that name a mail, so that one that is gone
 * does not hide the window. One match per window, or one inside another.
 */
export const composeRoot =
  ':is([role="dialog"], .M9, [data-compose-id]):has(input[name="subjectbox"], input[name="draft"], input[name="composeid"])';

/** A recipient in To, Cc or Bcc, with its address in `data-hovercard-id` (sources of 2026, packages of InboxSDK and others). */
export const recipientChip = '[role="option"][data-hovercard-id]';

/** What takes a recipient out again, inside its chip. */
export const chipRemover = '[role="button"]';

/** Where recipients are typed before they are chips; one in each of To, Cc and Bcc. */
export const recipientField = 'div.anm[name] input[role="combobox"]';

/** Gmail's Send, and "Send and archive" beside it; what opens a menu is neither (as InboxSDK 2.2.26 tells them apart). */
export const sendButtons = '.IZ .Up div > div[role="button"]:not(.hG, [aria-haspopup="true"])';

/** What Gmail sends at once with, where both stand there. */
export const sendAndArchive = '.Uo';

/** Gmail's menu item for a send at a time. */
export const scheduleSend = '[selector="scheduledSend"]';

/** The line of a compose window that holds Send. */
export const statusArea = '.aDg .aDj > .aDh';

/** One thing that following a mail rests on in Gmail's page. */
type Expectation = {
  readonly name: string;
  /** Below the compose window. */
  readonly selector: string;
  readonly least: number;
  readonly most: number;
};

/**
 * What the compose hook (InboxSDK 2.2.26 and our own) needs of a compose window, and how often it stands there.
 * Captured in October 2020 (packages/sandbox/fixtures/gmail/gmail-compose-2020-10.html); the same names stand in the
 * sources of InboxSDK of 2026. The report for an admin holds what was really found.
 */
const expectations: readonly Expectation[] = [
  { name: 'form', selector: 'form', least: 1, most: 3 },
  { name: 'editor', selector: '.Ap [g_editable="true"]', least: 1, most: 1 },
  { name: 'compose id', selector: 'input[name="composeid"]', least: 1, most: 1 },
  { name: 'draft key', selector: draftInput, least: 1, most: 1 },
  { name: 'subject', selector: 'input[name="subjectbox"]', least: 1, most: 1 },
  { name: 'send button', selector: sendButtons, least: 1, most: 2 },
  { name: 'more send options', selector: '.hG', least: 1, most: 1 },
  { name: 'schedule send', selector: scheduleSend, least: 1, most: 1 },
  { name: 'discard button', selector: '.oh', least: 1, most: 1 },
  { name: 'formatting bar', selector: '.aX', least: 1, most: 1 },
  { name: 'status area', selector: statusArea, least: 1, most: 1 },
  { name: 'button area', selector: '.oc', least: 1, most: 1 },
  { name: 'recipients', selector: 'div.anm[name="to"] [role="listbox"]', least: 1, most: 1 },
];

/** What was found of the expectations, as `name: found` for each that does not hold. */
export function failedExpectations(root: ParentNode): readonly string[] {
  return expectations.flatMap(({ name, selector, least, most }) => {
    const found = root.querySelectorAll(selector).length;
    return found >= least && found <= most ? [] : [`${name}: ${found}`];
  });
}

/**
 * What tells the kinds of mail apart that are left alone, or that leave in another way. The button `locker` and the
 * hidden fields stand in the capture of October 2020; that they change in this way when a mode is turned on was not
 * captured, and the button of the mail merge is known by Google's help only [doubt].
 */
export const kindMarks: readonly {
  readonly kind: Exclude<ComposeKind, 'usual'>;
  readonly selector: string;
}[] = [
  { kind: 'confidential', selector: '[command="locker"][aria-pressed="true"]' },
  { kind: 'encrypted', selector: 'input[name="msg_encrypt"][value="1"]' },
  { kind: 'encrypted', selector: 'input[name="securityindicator"][value="1"]' },
  {
    kind: 'mail-merge',
    selector: '[role="button"][aria-label*="mail merge" i][aria-pressed="true"]',
  },
];
