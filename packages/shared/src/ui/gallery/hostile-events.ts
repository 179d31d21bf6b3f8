import type { MailEvent } from '../../domain/analytics/event.ts';
import { minute, notice, person, sampleEvent } from './sample-events.ts';

/** What mail from outside may bring: markup, marks that turn the reading direction, other scripts, endless words. */
export function hostileEvents(now: number): readonly MailEvent[] {
  const at = (minutes: number) => now - minutes * minute;
  const long = 'Lopadotemachoselachogaleokranioleipsanodrimhypotrimmatosilphio'.repeat(4);
  return [
    sampleEvent(
      { kind: 'replied' },
      {
        occurredAt: at(1),
        person: person('x@evil.example', '<img src=x onerror="document.title=1"><b>Dana</b>'),
        subject: '<script>document.title=1</script> & <u>under</u>',
      },
    ),
    sampleEvent(
      { kind: 'replied' },
      {
        occurredAt: at(2),
        person: person('turn@evil.example', '\u202Egro.elgoog\u2069\u2069 admin\u202C'),
        subject: 'line one\r\nBcc: everyone\u2028line two\u0000',
      },
    ),
    sampleEvent(
      { kind: 'replied' },
      {
        occurredAt: at(3),
        person: person('layla@example.com', 'ليلى حسن'),
        subject: 'رد: عرض الأسعار 2027',
      },
    ),
    sampleEvent(
      { kind: 'auto-replied' },
      {
        occurredAt: at(4),
        person: person('tanaka@example.jp', '田中 太郎'),
        subject: '不在通知：第一四半期のご提案について',
      },
    ),
    sampleEvent(
      {
        kind: 'bounced',
        bounce: notice({
          category: 'other',
          status: null,
          replyCode: null,
          diagnostic: `<iframe src="javascript:document.title=1"></iframe> ${long}`,
          whoMustAct: 'rep',
        }),
      },
      {
        occurredAt: at(5),
        mailId: null,
        person: person(`${long}@example.de`),
        subject: `Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz ${long}`,
      },
    ),
    sampleEvent({ kind: 'sent', recipients: [] }, { occurredAt: at(6), subject: '' }),
    sampleEvent(
      { kind: 'sent', recipients: [person('müller@bücher.example', 'Jürgen Müller-Lüdenscheidt')] },
      { occurredAt: at(7), subject: '\u202E' },
    ),
  ];
}
