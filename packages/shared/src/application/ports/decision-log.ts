/**
 * What people decided, as opposed to what mail proves: it cannot be read back from the mailbox,
 * so it is exported and later synced. Newer decisions about the same subject overrule older ones.
 */
export type Decision = {
  readonly v: 1;
  /** Random, so that two devices never write the same one. */
  readonly id: string;
  readonly decidedAt: number;
  /** `product`: a rule of ours acted, and the person can undo it. */
  readonly by: 'person' | 'admin' | 'product';
  readonly why: string;
} & (
  | { readonly kind: 'suppress'; readonly address: string; readonly because: string }
  | { readonly kind: 'unsuppress'; readonly address: string }
);

/** The small log of decisions; never cleared together with the evidence. */
export type DecisionLog = {
  append(decision: Decision): Promise<void>;
  /** All of them, oldest first. */
  all(): Promise<readonly Decision[]>;
};
