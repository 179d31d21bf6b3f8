import type { ExchangeItem, ExchangeMailbox } from '../../exchange/mailbox.ts';
import type { ExchangeSwitches } from '../../exchange/switches.ts';
import type { GraphSwitches } from '../switches.ts';

/** What an answer depends on beside the item itself. */
export type View = {
  readonly mailbox: ExchangeMailbox;
  readonly switches: GraphSwitches & Pick<ExchangeSwitches, 'submittedFlag'>;
  /** Prefer: IdType="ImmutableId". */
  readonly immutable: boolean;
  /** Prefer: outlook.body-content-type="text" or "html". */
  readonly bodyType: 'text' | 'html' | null;
};

/** An item under a view. */
export type ViewedItem = View & { readonly item: ExchangeItem };

/** JSON as Graph writes it. */
export type Json = Readonly<Record<string, unknown>>;
