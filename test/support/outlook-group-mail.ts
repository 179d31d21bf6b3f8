import type { Frame, Page } from '@playwright/test';
import { closeForm, composeMail, fillMail } from '@postrider/sandbox/driver/outlook-page';
import type { ExchangeItem, ExchangeMailbox } from '@postrider/sandbox/exchange-mailbox';
import type { Sandbox } from '@postrider/sandbox/sandbox';
import PostalMime from 'postal-mime';

import { named } from './outlook-pane.ts';

/** Writes a mail to nobody and leaves it among the drafts. */
export async function leaveDraft(page: Page, subject: string, body: string): Promise<void> {
  const form = await composeMail(page);
  await fillMail(form, { to: [], subject, body });
  await closeForm(form);
}

/** Prepares a group mail of a draft in the pane, up to the step that sends it. */
export async function prepareGroupMail(pane: Frame, subject: string, list: string): Promise<void> {
  await pane.getByRole('tab', { name: 'Queue' }).click();
  await named(pane, 'New group mail').click();
  await pane.getByLabel('Draft', { exact: true }).selectOption({ label: subject });
  await pane.getByLabel('Addresses, or a table with a head row').fill(list);
}

/** What Exchange holds of a mailbox, the next to leave first. */
export function heldIn(mailbox: ExchangeMailbox): readonly ExchangeItem[] {
  return mailbox
    .items()
    .filter(({ heldUntil }) => heldUntil !== null)
    .toSorted((one, other) => (one.heldUntil ?? 0) - (other.heldUntil ?? 0));
}

/** To whom a mailbox's mail went, with its subject and its text, in the order in which the post office took it. */
export function delivered(sandbox: Sandbox, sender: string) {
  const letters = sandbox.postOffice.letters().filter((letter) => letter.sender === sender);
  return Promise.all(
    letters.map(async ({ raw }) => {
      const { to = [], subject = '', text = '' } = await PostalMime.parse(raw);
      return { to: to.map(({ address = '' }) => address).join(), subject, text: text.trim() };
    }),
  );
}
