/** What a client of Outlook can do beyond the least that the manifest asks for (Mailbox 1.5). */
export type Feature = keyof typeof needs;

/**
 * The requirement set of each (learn.microsoft.com/javascript/api/requirement-sets/outlook). A set tells what the
 * client's program knows; the call itself may still be refused, so callers read its outcome all the same.
 */
const needs = {
  /** Who a message is from, while it is written. */
  'read-from': ['Mailbox', '1.7'],
  /** Writing our header into a message, so that it is known again in Sent. */
  'write-headers': ['Mailbox', '1.8'],
  /** Telling a shared mailbox from one's own. */
  'see-shared': ['Mailbox', '1.8'],
  'append-on-send': ['Mailbox', '1.9'],
  /** Opening a message with an answer whether it opened. */
  'open-message': ['Mailbox', '1.9'],
  'session-data': ['Mailbox', '1.11'],
  /** Checking a message when Send is pressed. */
  'check-at-send': ['Mailbox', '1.12'],
  'delay-delivery': ['Mailbox', '1.13'],
  /** Asking at Send, with a way to send all the same. */
  'ask-at-send': ['Mailbox', '1.14'],
  /** Sending the open message from a button of ours. */
  send: ['Mailbox', '1.15'],
  'nested-sign-in': ['NestedAppAuth', '1.1'],
  /** Naming the one origin that a message between two windows is for. */
  'dialog-origin': ['DialogOrigin', '1.1'],
} as const;

/** Whether this client of Outlook can do something. */
export function can(feature: Feature): boolean {
  const [set, version] = needs[feature];
  try {
    return Office.context.requirements.isSetSupported(set, version);
  } catch {
    return false;
  }
}

/** All of them, for a report. */
export const features: readonly Feature[] = Object.keys(needs).filter(isFeature);

function isFeature(name: string): name is Feature {
  return name in needs;
}
