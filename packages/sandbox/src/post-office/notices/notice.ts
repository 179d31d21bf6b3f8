/** What a notice of Gmail's says; the form around it is the same for all. */
export type Notice = {
  /** The heading that the person reads. */
  readonly heading: string;
  readonly sentence: (recipient: string, sender: string) => string;
  /** What the other server said, or Google's own reason. */
  readonly response: (recipient: string, sender: string) => string;
  /** RFC 3464 section 2.3.3. */
  readonly action: 'failed' | 'delayed';
  /** RFC 3463. */
  readonly status: string;
  /** Did another server say so? Then it is named: the recipient's own where only `true` stands here. */
  readonly fromRemote: boolean | { readonly host: string };
  /** Delays name no recipient in the header, and neither do some failures. */
  readonly namesRecipient: boolean;
};

/** The part of an address behind the @. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
