import { mail, testGoogle } from '../google/test-google.ts';
import { createPostOffice } from './post-office.ts';

/** A rep and a colleague with a post office between them, on a clock that only the test moves. */
export const testWorld = () => {
  const { google, rep, pass, clock } = testGoogle({ undoMs: 0 });
  const colleague = google.addAccount({ address: 'ben@acme.example', name: 'Ben' });
  const office = createPostOffice({
    clock,
    accounts: google.accounts,
    timers: { start: () => () => {} },
  });
  google.onDeparture((sender, message) => office.submit(sender, message));
  return {
    google,
    office,
    rep,
    colleague,
    /** The rep sends a mail from Gmail's page, and it has left when this resolves. */
    send: async (headers: Parameters<typeof mail>[0] = {}) => {
      const sent = google.web.send(rep, 'window', mail(headers));
      await pass(0);
      return sent;
    },
  };
};
