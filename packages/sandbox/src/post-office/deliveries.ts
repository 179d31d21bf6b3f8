/** What has become of a mail for one of its recipients. */
export type DeliveryStatus =
  /** In the inbox of a sandbox account. */
  | 'delivered'
  /** Taken by a server outside the sandbox; nothing more is ever heard. */
  | 'accepted'
  /** On its way, or its server cannot be reached. */
  | 'waiting'
  /** The sender was told that it is late. */
  | 'delayed'
  /** The sender was told that it failed. */
  | 'bounced'
  /** Google stopped it because of the sender's limit; it stands in Sent. */
  | 'stopped-by-sender-limit';

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
