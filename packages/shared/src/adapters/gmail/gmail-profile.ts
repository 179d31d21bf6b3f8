import type { Outcome } from '../../application/ports/outcome.ts';
import { mailboxAddress, type MailboxAddress } from '../../domain/ids.ts';
import { profileSchema } from './answers.ts';
import { missingIsRefused, type GmailCalls } from './gmail-calls.ts';

/** Whose account this is, and where its history stands (users.getProfile, 1 unit). */
export async function readProfile(calls: GmailCalls) {
  return missingIsRefused(
    await calls.get('profile', {}, profileSchema),
    'This Google account has no Gmail.',
  );
}

/** The account's own address. */
export async function readAccount(calls: GmailCalls): Promise<Outcome<MailboxAddress>> {
  const profile = await readProfile(calls);
  if (profile.kind !== 'ok') return profile;
  return { kind: 'ok', value: mailboxAddress(profile.value.emailAddress) };
}
