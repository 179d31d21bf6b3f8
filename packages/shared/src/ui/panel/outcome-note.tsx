import type { ConnectOutcome } from '../../application/panel.ts';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import { failureWords } from './failure-words.ts';

type Unconnected = Exclude<ConnectOutcome, { readonly kind: 'connected' }>;

/** Says why a wish to connect did not end in a connection. */
export function OutcomeNote(props: {
  readonly outcome: Unconnected;
  readonly onClose: () => void;
}) {
  const { messages } = useSurroundings();
  return (
    <Note
      tone={props.outcome.kind === 'cancelled' ? 'waiting' : 'needs-you'}
      title={<Title outcome={props.outcome} />}
      why={<Why outcome={props.outcome} />}
      step={
        <Button look="plain" onPress={props.onClose}>
          {messages.close}
        </Button>
      }
    />
  );
}

function Title({ outcome }: { readonly outcome: Unconnected }) {
  const { messages, times, clock } = useSurroundings();
  const words = messages.connection;
  switch (outcome.kind) {
    case 'cancelled':
      return words.cancelled;
    case 'not-configured':
      return words.notConfigured;
    case 'domain-not-allowed':
      return <Say sentence={words.domainNotAllowed(outcome.account)} />;
    case 'other-account':
      return <Say sentence={words.otherAccount(outcome.account)} />;
    case 'other-mailbox':
      return <Say sentence={words.otherMailbox(outcome.account)} />;
    case 'tenant-not-allowed':
      return <Say sentence={words.tenantNotAllowed(outcome.account)} />;
    case 'failed':
      return failureWords(outcome.failure, messages, (at) => times.point(at, clock())).title;
  }
}

function Why({ outcome }: { readonly outcome: Unconnected }) {
  const { messages, times, clock } = useSurroundings();
  const words = messages.connection;
  switch (outcome.kind) {
    case 'cancelled':
      return null;
    case 'not-configured':
      return words.notConfiguredWhy;
    case 'domain-not-allowed':
      return words.allowedDomains(outcome.allowedDomains);
    case 'other-account':
      return <Say sentence={words.otherAccountWhy(outcome.connected)} />;
    case 'other-mailbox':
      return <Say sentence={words.otherMailboxWhy(outcome.open)} />;
    case 'tenant-not-allowed':
      return words.tenantNotAllowedWhy;
    case 'failed':
      return (
        <Say
          sentence={failureWords(outcome.failure, messages, (at) => times.point(at, clock())).why}
        />
      );
  }
}
