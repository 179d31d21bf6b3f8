import type { MailSystem } from './boxes/box.ts';
import type { ExchangeLimitForm } from './exchange/own/sender-limit.ts';
import type { SenderLimitForm } from './notices/sender-limit.ts';

/** In which words a sender's own system says that the sender may not send now. */
export type SenderLimit =
  | { readonly by: 'gmail'; readonly form: SenderLimitForm }
  | { readonly by: 'exchange'; readonly form: ExchangeLimitForm };

const googleForms: ReadonlySet<string> = new Set<SenderLimitForm>([
  'google-itself',
  'inside',
  'relay',
]);

const isGoogleForm = (form: SenderLimitForm | ExchangeLimitForm): form is SenderLimitForm =>
  googleForms.has(form);

/** The limit in a form of the sender's system; without a form, or with one of the other system, the usual one. */
export const senderLimit = (
  system: MailSystem,
  form: SenderLimitForm | ExchangeLimitForm | undefined,
): SenderLimit => {
  if (system === 'gmail')
    return {
      by: 'gmail',
      form: form !== undefined && isGoogleForm(form) ? form : 'google-itself',
    };
  return {
    by: 'exchange',
    form: form !== undefined && !isGoogleForm(form) ? form : 'recipients',
  };
};
