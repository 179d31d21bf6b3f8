import { askOffice, valueOr } from './ask-office.ts';
import type { Addressee } from './compose-item.ts';
import type { World } from './world.ts';

/** The addresses in To, Cc and Bcc. A field that Outlook did not give counts as empty: nobody is refused on a guess. */
export async function recipientsOf(world: World): Promise<readonly string[]> {
  const fields = [world.item.to, world.item.cc, world.item.bcc];
  const lists = await Promise.all(
    fields.map((field) =>
      askOffice<readonly Addressee[]>(world, field && ((done) => field.getAsync(done))),
    ),
  );
  const addressees = lists.map((list) => valueOr(list, []));
  return ([] as readonly Addressee[])
    .concat(...addressees)
    .map(({ emailAddress = '' }) => emailAddress.trim())
    .filter((address) => address !== '');
}
