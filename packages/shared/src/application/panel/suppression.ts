import type { BounceDoubt } from '../../domain/bounce/trust.ts';
import type { EventId } from '../../domain/ids.ts';
import type { SuppressionCause } from '../../domain/sending/send-guard.ts';

/** An address that is not written to any more, or only with care. */
export type Suppression = {
  /** Lower case. */
  readonly address: string;
  /** Epoch ms. */
  readonly since: number;
  readonly by: 'person' | 'admin' | 'product';
  readonly because: SuppressionCause;
  /** The other server's words, or what a person noted; text, may be empty. */
  readonly why: string;
  /** The event that it rests on, to open its evidence; null where a person decided. */
  readonly eventId: EventId | null;
  /** `on-hold`: a notice that nobody vouches for; not synced, warned of, and never refused. */
  readonly status: 'suppressed' | 'on-hold';
  /** Why the notice proves nothing; there where the status is `on-hold`. */
  readonly doubt?: BounceDoubt;
};
