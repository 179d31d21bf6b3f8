import { branded } from '@postrider/shared/domain/brand';
import { toBase64url } from '@postrider/shared/domain/encoding/base64url';
import type { MailId } from '@postrider/shared/domain/ids';

import { askOffice } from '../compose/ask-office.ts';
import { remember, type Session } from '../compose/session.ts';
import type { World } from '../compose/world.ts';
import type { PixelKey } from '../digest/digest.ts';
import { appendPixel, type PixelOutcome } from './append-pixel.ts';
import { keepChoice } from './follow-choice.ts';
import { readMailId, removeMailId, writeMailId } from './mail-id-header.ts';

/** What became of marking a mail so that it is followed. */
export type Followed =
  | { readonly kind: 'followed'; readonly mailId: MailId; readonly pixel: PixelOutcome }
  /** This Outlook cannot write headers (Mailbox below 1.8). */
  | { readonly kind: 'unsupported' }
  /** Outlook refused or did not answer; the mail leaves as it is. */
  | { readonly kind: 'failed' };

/** How a mail is to be marked. */
export type FollowOptions = {
  readonly pixel: PixelKey | null;
  /**
   * `fresh`: the mail has just been begun, so that a mailId that was not written in this window came along with a copy
   * (Resend, a template) and belongs to another mail.
   */
  readonly begun: 'fresh' | 'before';
};

/** Lane A: marks the mail in the compose window, which Outlook then sends itself. A mail that is marked keeps its mailId. */
export async function followMail(
  world: World,
  session: Session,
  { pixel, begun }: FollowOptions,
): Promise<Followed> {
  const found = await readMailId(world);
  if (found.kind === 'unsupported') return { kind: 'unsupported' };
  if (found.kind !== 'ok') return { kind: 'failed' };
  const copied = begun === 'fresh' && found.value !== session.mailId;
  if (found.value !== null && !copied) return followed(world, found.value, pixel);
  const mailId: MailId = branded(toBase64url(world.randomBytes()));
  // Before the header: should Outlook start the event again for it, the window knows.
  await remember(world, 'mailId', mailId);
  const written = await writeMailId(world, mailId);
  if (written.kind === 'ok') return followed(world, mailId, pixel);
  // Refused for certain, so that it may be tried again at Send.
  if (written.kind === 'failed') await remember(world, 'mailId', '');
  return { kind: 'failed' };
}

/** The rep's own click in the pane or the ribbon: marks the mail and keeps the word with the draft. */
export async function followByHand(
  world: World,
  session: Session,
  pixel: PixelKey | null,
): Promise<Followed> {
  await Promise.all([remember(world, 'follow', 'on'), keepChoice(world, 'on')]);
  return followMail(world, session, { pixel, begun: 'before' });
}

/** The rep does not want this mail followed: takes mark and pixel away, and no event puts them back. */
export async function leaveAlone(world: World): Promise<'left-alone' | 'failed'> {
  await Promise.all([remember(world, 'follow', 'off'), keepChoice(world, 'off')]);
  const { body } = world.item;
  if (body?.appendOnSendAsync !== undefined && world.supports('1.9')) {
    await askOffice<unknown>(world, (done) =>
      body.appendOnSendAsync?.(null, { coercionType: 'html' }, done),
    );
  }
  const removed = await removeMailId(world);
  return removed.kind === 'failed' || removed.kind === 'unanswered' ? 'failed' : 'left-alone';
}

async function followed(world: World, mailId: MailId, pixel: PixelKey | null): Promise<Followed> {
  return { kind: 'followed', mailId, pixel: await appendPixel(world, mailId, pixel) };
}
