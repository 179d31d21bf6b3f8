import * as v from 'valibot';

import { askOffice } from './ask-office.ts';
import type { World } from './world.ts';

/** What is remembered with a compose window while it is open (`sessionData`, Mailbox 1.11). */
export type Session = {
  /** The mailId that was written into the mail here. */
  readonly mailId: string;
  /** The rep's own word about following it. */
  readonly follow: 'on' | 'off' | '';
  /** `1` once the rep was asked about the budget. */
  readonly asked: string;
};

const names = {
  mailId: 'postrider.mail',
  follow: 'postrider.follow',
  asked: 'postrider.asked',
} as const satisfies Record<keyof Session, string>;

const stored = v.fallback(
  v.object({
    [names.mailId]: v.fallback(v.optional(v.string(), ''), ''),
    [names.follow]: v.fallback(v.optional(v.picklist(['on', 'off', '']), ''), ''),
    [names.asked]: v.fallback(v.optional(v.string(), ''), ''),
  }),
  { [names.mailId]: '', [names.follow]: '', [names.asked]: '' },
);

/** What is remembered; all of it empty where this Outlook remembers nothing or does not answer. */
export async function readSession(world: World): Promise<Session> {
  const { sessionData } = world.item;
  const answer = await askOffice<unknown>(
    world,
    sessionData && ((done) => sessionData.getAllAsync(done)),
  );
  const read = v.parse(stored, answer.kind === 'ok' ? answer.value : {});
  return { mailId: read[names.mailId], follow: read[names.follow], asked: read[names.asked] };
}

/** Remembers one thing; whether it was taken. */
export async function remember(world: World, name: keyof Session, value: string): Promise<boolean> {
  const { sessionData } = world.item;
  const answer = await askOffice<unknown>(
    world,
    sessionData && ((done) => sessionData.setAsync(names[name], value, done)),
  );
  return answer.kind === 'ok';
}
