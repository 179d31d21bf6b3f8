/** What has become of a mail for one of its recipients. */
export type DeliveryStatus =
  /** In the inbox of an account or mailbox of the sandbox. */
  | 'delivered'
  /** Taken by a server outside the sandbox; more is heard only where an Exchange behind it cannot deliver. */
  | 'accepted'
  /** On its way, or its server cannot be reached. */
  | 'waiting'
  /** The sender was told that it is late. */
  | 'delayed'
  /** The sender was told that it failed. */
  | 'bounced'
  /** The sender's own system stopped it because of the sender's limit; it stands in Sent. */
  | 'stopped-by-sender-limit';

/** What the sender was told. */
export type ToldNotice = {
  /** Whose notice it is. */
  readonly by: 'gmail' | 'exchange-online' | 'exchange-server';
  /** Its own Message-ID, with brackets. */
  readonly messageId: string;
  /** The enhanced code in it (RFC 3463); null where the form has none. */
  readonly status: string | null;
};

/** One line of the post office's book. */
export type Delivery = {
  /** Epoch ms. */
  readonly at: number;
  readonly sender: string;
  /** Of the mail as it left, with brackets. */
  readonly messageId: string;
  readonly recipient: string;
  readonly status: DeliveryStatus;
  /** The recipient's behaviour at that moment, or the sender's limit. */
  readonly because: string;
  /** The notice that this step earned the sender. */
  readonly notice?: ToldNotice;
};

/** The book, oldest line first. A mail that is delayed and then fails has a line for each. */
export type DeliveryBook = {
  add(line: Delivery): void;
  all(): readonly Delivery[];
  /** The newest line for a mail (Message-ID with brackets) and recipient. */
  latest(messageId: string, recipient: string): Delivery | undefined;
};

/** An empty book. */
export const createDeliveryBook = (): DeliveryBook => {
  const lines: Delivery[] = [];
  return {
    add: (line) => {
      lines.push(line);
    },
    all: () => [...lines],
    latest: (messageId, recipient) =>
      lines.findLast((line) => line.messageId === messageId && line.recipient === recipient),
  };
};
