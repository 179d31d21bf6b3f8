import type { PanelBackend } from '@postrider/shared/application/panel';
import {
  sendTestMail,
  type TestMailOutcome,
  type TestMailParts,
  type TestMailWords,
} from '@postrider/shared/application/send-test-mail/send-test-mail';

type Parts = TestMailParts & { readonly panel: Pick<PanelBackend, 'status' | 'lookNow'> };

/** Sends the connected rep a test mail. Asked again while one is being sent, it gives the outcome of that one. */
export function testMailSender(parts: Parts): (words: TestMailWords) => Promise<TestMailOutcome> {
  let sending: Promise<TestMailOutcome> | null = null;
  return (words) => {
    sending ??= send(parts, words).finally(() => {
      sending = null;
    });
    return sending;
  };
}

async function send(parts: Parts, words: TestMailWords): Promise<TestMailOutcome> {
  const { connection } = await parts.panel.status();
  if (connection.kind !== 'connected') return { kind: 'not-connected' };
  const outcome = await sendTestMail(parts, connection.account, words);
  // The look makes the appointment for the moment at which the mail counts as sent.
  await parts.panel.lookNow();
  return outcome;
}
