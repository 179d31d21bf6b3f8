import { createExchange } from '../exchange/create-exchange.ts';
import type { ExchangeMailbox } from '../exchange/mailbox.ts';
import { mail, testGoogle } from '../google/test-google.ts';
import { createPostOffice, type ExchangeHabits } from './post-office.ts';

/** Acme on Gmail, Adatum and Proseware on Exchange Online, Woodgrove on a server, and a post office between them, on a clock that only the test moves. */
export const testCompanies = (exchangeHabits: Partial<ExchangeHabits> = {}) => {
  const { google, rep: ana, pass: passGoogle, clock } = testGoogle({ undoMs: 0 });
  const timers = { start: () => () => {} };
  const online = createExchange({ kind: 'online', clock, timers });
  const server = createExchange({ kind: 'server', clock, timers });
  const eva = online.addMailbox({
    address: 'eva@adatum.example',
    name: 'Eva Brandt',
    userPrincipalName: 'eva.brandt@adatum.onmicrosoft.example',
    aliases: ['e.brandt@adatum.example'],
  });
  const tom = online.addMailbox({ address: 'tom@adatum.example', name: 'Tom Nagy' });
  const lena = online.addMailbox({ address: 'lena@proseware.example', name: 'Lena' });
  const omar = server.addMailbox({ address: 'omar@woodgrove.example', name: 'Omar Haddad' });
  const exchanges = [online, server];
  const office = createPostOffice({
    clock,
    accounts: google.accounts,
    exchanges,
    exchangeHabits,
    timers,
  });
  google.onDeparture((sender, message) => office.submit(sender, message));
  for (const exchange of exchanges)
    exchange.onDeparture((sender, item) => office.submit(sender, item));

  return {
    google,
    office,
    ana,
    eva,
    tom,
    lena,
    omar,
    /** A mailbox on an Exchange sends a mail, and it has left when this resolves. */
    send: async (sender: ExchangeMailbox, headers: Readonly<Record<string, string>> = {}) => {
      const from = `${sender.name} <${sender.address}>`;
      const draft = sender.create(mail({ From: from, ...headers }), {
        folder: 'drafts',
        draft: true,
      });
      await sender.submit(draft.id);
      return draft;
    },
    /** Ana sends one from Gmail's page. */
    sendFromGmail: async (headers: Readonly<Record<string, string>>) => {
      const sent = google.web.send(ana, 'window', mail(headers));
      await passGoogle(0);
      return sent;
    },
  };
};
