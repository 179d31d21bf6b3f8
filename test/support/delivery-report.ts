/** A delivery report (RFC 3464): nobody is called so at this recipient's server. */
export type DeliveryReport = {
  /** The mail it is about, in angle brackets. */
  readonly messageId: string;
  readonly recipient: string;
  /** Further lines of its header. */
  readonly headers?: readonly string[];
};

/** The report up to a last part, whose content and end are for the caller to write. */
export function deliveryReport({ messageId, recipient, headers = [] }: DeliveryReport): string {
  return [
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    'Subject: Delivery Status Notification (Failure)',
    'Auto-Submitted: auto-replied',
    `In-Reply-To: ${messageId}`,
    ...headers,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; googlemail.com',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: application/octet-stream',
    '',
    '',
  ].join('\r\n');
}

/** The same in a message as large as Gmail takes in and gives back (users.messages.send, maxSize of the discovery document). */
export function largestReport(report: DeliveryReport): Buffer {
  const raw = Buffer.alloc(36_700_160, 'A');
  raw.write(deliveryReport(report), 'latin1');
  return raw;
}
