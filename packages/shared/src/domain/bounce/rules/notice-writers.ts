/** How notices of the mailbox's own provider are known, as data. */
export type OwnProvider = {
  /** The name under which its border writes Authentication-Results (RFC 8601 section 2.5). */
  readonly authservIds: readonly string[];
  /** The address that its notices come from. */
  readonly noticeSenders: readonly string[];
  /** A stop of every message on its way inside the provider; nothing that came from outside has only these. */
  readonly innerReceived: RegExp;
  /** Headers of mail that the provider fetched from elsewhere and whose own headers it did not check. */
  readonly fetchedHeaders: readonly string[];
};

/**
 * Gmail. Its notices come through its own border since about 2016 (captures of 2016 to 2019: dkim and dmarc pass for
 * googlemail.com, whose policy is quarantine); older ones and some of the sender's limit are put into the mailbox
 * inside, without Authentication-Results and with nothing but "by … with SMTP id" among their Received.
 */
export const gmailProvider: OwnProvider = {
  authservIds: ['mx.google.com'],
  noticeSenders: ['mailer-daemon@googlemail.com'],
  innerReceived: /^by [\da-f.:]{3,60} with SMTP id \S{1,80};/i,
  fetchedHeaders: ['X-Gmail-Fetch-Info', 'X-Received-From-Pop3'],
};

/** Local parts that no user of a provider can register (RFC 2142, RFC 5321 section 4.5.1, Exchange's system mailbox). */
export const noticeRoles: readonly RegExp[] = [
  /^mailer-daemon$/,
  /^postmaster$/,
  /^microsoftexchange329e71ec88ae4615bbc36ab6ce41109e$/,
];

/** Those that reports of complaints come from, beside the ones of notices. */
export const complaintRoles: readonly RegExp[] = [
  ...noticeRoles,
  /^(?:abuse|complaints?|fbl|arf|feedback(?:-?loop)?)$/,
];

/** Feedback loops that speak for mailboxes under other names (Outlook.com's JMRP, Yahoo's CFL, as their pages name them). */
export const feedbackLoops: readonly {
  readonly from: string;
  readonly speaksFor: readonly string[];
}[] = [
  {
    from: 'staff@hotmail.com',
    speaksFor: ['hotmail.com', 'outlook.com', 'live.com', 'msn.com'],
  },
  {
    from: 'feedback@arf.mail.yahoo.com',
    speaksFor: ['yahoo.com', 'ymail.com', 'rocketmail.com', 'aol.com'],
  },
];
