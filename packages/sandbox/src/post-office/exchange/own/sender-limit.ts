import type { ExchangeCode } from '../exchange-notice.ts';

/** Which limit of Exchange's stopped a mail although it stands in Sent Items. */
export type ExchangeLimitForm =
  | 'recipients'
  | 'submission-quota'
  | 'tenant'
  | 'trial-tenant'
  | 'onmicrosoft'
  | 'blocked'
  | 'banned';

/** One of Exchange's limits as a notice tells it. */
export type ExchangeSenderLimit = ExchangeCode & {
  /** What the person reads. */
  readonly sentence: string;
  /** Whether it holds mail to other companies only. */
  readonly externalOnly: boolean;
};

const limit = (
  status: string,
  said: string,
  sentence: string,
  externalOnly = false,
): ExchangeSenderLimit => ({ status, response: () => said, sentence, externalOnly });

/** Codes and words of Microsoft Learn, "Email non-delivery reports and SMTP errors in Exchange Online" (2026-01-07). */
export const exchangeSenderLimits: Readonly<Record<ExchangeLimitForm, ExchangeSenderLimit>> = {
  recipients: limit(
    '5.1.90',
    "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    "Your message can't be sent because you've reached your daily limit for message recipients.",
  ),
  'submission-quota': limit(
    '5.2.2',
    '550 5.2.2 Submission quota exceeded',
    'You have exceeded a limit for submitting messages. Wait, then send it again.',
  ),
  tenant: limit(
    '5.7.233',
    "550 5.7.233 Your message can't be sent because your tenant exceeded its daily limit for sending email to external recipients (tenant external recipient rate limit)",
    "Your message can't be sent because your organization exceeded its daily limit for external recipients.",
    true,
  ),
  'trial-tenant': limit(
    '5.7.232',
    "550 5.7.232 Your message can't be sent because your trial tenant has exceeded its daily limit for sending email to external recipients (tenant external recipient rate limit)",
    "Your message can't be sent because your trial organization exceeded its daily limit for external recipients.",
    true,
  ),
  onmicrosoft: limit(
    '5.7.236',
    "550 5.7.236 Your message can't be sent because your tenant exceeded its daily limit for sending email to external recipients from an onmicrosoft.com domain",
    "Your message can't be sent because of the limit for addresses that end in onmicrosoft.com.",
    true,
  ),
  blocked: limit(
    '5.1.8',
    '550 5.1.8 Access denied, bad outbound sender AS(42004)',
    "Your message couldn't be delivered because you weren't recognized as a valid sender. Contact your email admin.",
  ),
  banned: limit(
    '5.7.501',
    '550 5.7.501 Access denied, spam abuse detected',
    'Your account has been banned because of detected spam activity. Contact your email admin.',
  ),
};
