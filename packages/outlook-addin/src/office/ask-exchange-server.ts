import type { EwsReply } from '@postrider/shared/adapters/ews/ews-reply';

/** Exchange Server answers a search in a second or two; a large message takes longer. */
const patienceMs = 60_000;

/** Hands one SOAP envelope to the company's Exchange Server through Outlook (Mailbox 1.1, permission ReadWriteMailbox). */
export function askExchangeServer(soap: string): Promise<EwsReply> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'unanswered' }), patienceMs);
    const end = (reply: EwsReply) => {
      clearTimeout(timer);
      resolve(reply);
    };
    try {
      Office.context.mailbox.makeEwsRequestAsync(soap, (result) => {
        if (String(result.status) === 'succeeded') end({ kind: 'answer', text: result.value });
        else end({ kind: 'failed', code: result.error.code, message: result.error.message });
      });
    } catch {
      end({ kind: 'failed', code: 0, message: 'This Outlook does not pass requests on.' });
    }
  });
}
