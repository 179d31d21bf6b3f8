import type { GroupMailRules } from '../../domain/sending/plan-limits.ts';

/** What a company sets for all its reps; every field may be absent. */
export type Policy = {
  /** The company's own OAuth client (Workspace "Internal"). A client secret handed by policy is public in effect. */
  readonly oauthClient?: { readonly id: string; readonly secret: string };
  /** The company's own app registration in Microsoft Entra; `allowedTenants` in lower case, empty = any organisation. */
  readonly entraClient?: { readonly id: string; readonly allowedTenants: readonly string[] };
  /** Domains whose accounts may be connected, lower case; empty or absent = any. */
  readonly allowedDomains?: readonly string[];
  /** Domains no mail may leave to, lower case, sub-domains included. Refused at Send, with the reason. */
  readonly blockedDomains?: readonly string[];
  /** At most so many messages in 24 hours; lowers the provider's limit and never raises it. */
  readonly dailyMessageLimit?: number;
  /** How fast group mail may leave; the provider's own limits hold besides. */
  readonly groupMail?: Pick<GroupMailRules, 'perMinute' | 'perHour' | 'perDay' | 'tenant'>;
  /** Whether new mail is followed unless the rep switches it off; true where absent. */
  readonly followByDefault?: boolean;
};

/** Where the policy comes from, and word when it changes. */
export type PolicySource = {
  read(): Promise<Policy>;
  onChange(listener: (policy: Policy) => void): void;
};
