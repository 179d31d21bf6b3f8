import { askOffice, valueOr } from './ask-office.ts';
import type { Addressee } from './compose-item.ts';
import type { World } from './world.ts';

/** In whose name a mail is written. */
export type Whose =
  | { readonly kind: 'own' }
  /** A shared or delegated mailbox, or on behalf of somebody; `address` is empty where Outlook does not say whose. */
  | { readonly kind: 'other'; readonly address: string };

/**
 * Whether a mail is written in the rep's own name. `aliases` are further addresses of the own mailbox, lower case.
 * Where Outlook answers neither question the mailbox counts as the rep's own, as it is nearly always.
 */
export async function whoseMailbox(world: World, aliases: readonly string[]): Promise<Whose> {
  const { item } = world;
  const [shared, from] = await Promise.all([
    askOffice<{ readonly owner?: string } | null>(
      world,
      item.getSharedPropertiesAsync && ((done) => item.getSharedPropertiesAsync?.(done)),
    ),
    askOffice<Addressee | null>(world, item.from && ((done) => item.from?.getAsync(done))),
  ]);
  const owns = (address: string) =>
    address === '' || address === world.ownAddress || aliases.includes(address);
  // The call fails where nothing is shared.
  const owner = lower(valueOr(shared, null)?.owner);
  if (!owns(owner)) return { kind: 'other', address: owner };
  const sender = lower(valueOr(from, null)?.emailAddress);
  return owns(sender) ? { kind: 'own' } : { kind: 'other', address: sender };
}

function lower(address: string | undefined): string {
  return (address ?? '').trim().toLowerCase();
}
