import type { SyncContact, SyncMessage } from '../sync/sync-message.ts';

/** Gmail's own mail merge: a mail for each recipient in To, `@firstname` and `@email` filled in. */
export function mergeMails(message: SyncMessage): readonly SyncMessage[] {
  return message.to.map((recipient) => {
    const fill = (text: string): string => filledIn(text, recipient);
    const { subject, html, plainText } = message;
    return Object.assign({}, message, {
      to: [recipient],
      subject: fill(subject),
      html: fill(html),
      plainText: plainText === null ? null : fill(plainText),
    });
  });
}

function filledIn(text: string, { name, address }: SyncContact): string {
  const [first = ''] = (name ?? '').split(' ');
  return text.replaceAll('@firstname', first).replaceAll('@email', address);
}
