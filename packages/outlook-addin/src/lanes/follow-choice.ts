import { askOffice } from '../compose/ask-office.ts';
import type { CustomProperties } from '../compose/compose-item.ts';
import type { Session } from '../compose/session.ts';
import type { World } from '../compose/world.ts';

const property = 'postrider.follow';

/**
 * The rep's own word about following this mail, or null where none was given. Looked for in the open window first and
 * then with the draft, where it lasts until the draft is opened again.
 */
export async function readChoice(world: World, session: Session): Promise<'on' | 'off' | null> {
  if (session.follow !== '') return session.follow;
  const kept = await customProperties(world);
  const value = kept?.get(property);
  return value === 'on' || value === 'off' ? value : null;
}

/** Keeps the rep's word with the draft; Outlook stores it when it next saves the draft. */
export async function keepChoice(world: World, choice: 'on' | 'off'): Promise<void> {
  const kept = await customProperties(world);
  if (kept === null) return;
  kept.set(property, choice);
  await askOffice<unknown>(world, (done) => kept.saveAsync(done));
}

async function customProperties(world: World): Promise<CustomProperties | null> {
  const { item } = world;
  const answer = await askOffice<CustomProperties>(
    world,
    item.loadCustomPropertiesAsync && ((done) => item.loadCustomPropertiesAsync?.(done)),
  );
  return answer.kind === 'ok' ? answer.value : null;
}
