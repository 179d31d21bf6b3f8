const dayMs = 86_400_000;
const recipientsADay = 1500;

/** Gmail's own limit for its mail merge (support.google.com/mail, "Send personalized emails with mail merge"). */
export type MergeLimit = {
  /** Counts recipients of an account, unless that would be over 1,500 in 24 hours: then false. */
  take(address: string, recipients: number): boolean;
};

/** Starts with nothing sent. `now` gives epoch ms. */
export function createMergeLimit(now: () => number): MergeLimit {
  const taken: { readonly address: string; readonly at: number; readonly recipients: number }[] =
    [];
  return {
    take(address, recipients) {
      const since = now() - dayMs;
      const used = taken
        .filter((one) => one.address === address && one.at > since)
        .reduce((sum, one) => sum + one.recipients, 0);
      if (used + recipients > recipientsADay) return false;
      taken.push({ address, at: now(), recipients });
      return true;
    },
  };
}
