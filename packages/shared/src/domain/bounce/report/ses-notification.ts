import type { ReportedFacts } from './recipient.ts';

/** What Amazon SES reports through SNS as JSON by mail (docs.aws.amazon.com/ses, "Amazon SNS notification contents"). */
export type SesNotification = {
  readonly kind: 'bounce' | 'complaint' | 'delivered';
  readonly recipients: readonly ReportedFacts[];
  readonly messageId: string | null;
};

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(json: Json, key: string): string | null {
  const value = json[key];
  return typeof value === 'string' ? value : null;
}

function parse(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}

const kinds: Readonly<Record<string, SesNotification['kind']>> = {
  Bounce: 'bounce',
  Complaint: 'complaint',
  Delivery: 'delivered',
};

/** Reads the notification in a mail's text, in SNS's envelope or without it; null where there is none. */
export function readSesNotification(text: string): SesNotification | null {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || end < start || !text.includes('notificationType')) return null;
  // Sendmail breaks long lines with "!" at their end; neither it nor the break can stand in JSON text otherwise.
  const outer = parse(
    text
      .slice(start, end + 1)
      .replaceAll(/!\n ?/g, '')
      .replaceAll('\n', ' '),
  );
  if (outer === null) return null;
  const inner = parse(textOf(outer, 'Message') ?? '') ?? outer;
  const kind = kinds[textOf(inner, 'notificationType') ?? ''];
  if (kind === undefined) return null;
  const bounce = isJson(inner['bounce']) ? inner['bounce'] : {};
  const mail = isJson(inner['mail']) ? inner['mail'] : {};
  const listed = Array.isArray(bounce['bouncedRecipients']) ? bounce['bouncedRecipients'] : [];
  return {
    kind,
    recipients: listed.slice(0, 500).filter(isJson).flatMap(factsOf),
    messageId: isJson(mail['commonHeaders']) ? textOf(mail['commonHeaders'], 'messageId') : null,
  };
}

function factsOf(json: Json): readonly ReportedFacts[] {
  const address = textOf(json, 'emailAddress')?.trim().toLowerCase();
  if (address === undefined || address === '') return [];
  return [
    {
      address,
      alternates: [],
      status: textOf(json, 'status'),
      diagnostic: (textOf(json, 'diagnosticCode') ?? '').replace(/^[\w-]{1,30}\s{0,3};\s{0,3}/, ''),
      remoteMta: null,
      retryUntil: null,
    },
  ];
}
