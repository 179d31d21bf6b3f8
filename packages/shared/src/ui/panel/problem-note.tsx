import type { PanelStatus } from '../../application/panel.ts';
import type { CallFailure } from '../../application/ports/outcome.ts';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import { failureWords } from './failure-words.ts';

/** Says why the mailbox is not being read, and offers the one thing that helps. */
export function ProblemNote() {
  const { messages, times, clock } = useSurroundings();
  const status = usePanelState((state) => state.status);
  const connecting = usePanelState((state) => state.connecting);
  const store = usePanelStore();
  if (status?.connection.kind === 'not-allowed') return <NotAllowed />;
  const problem = status === null ? null : problemOf(status);
  if (problem === null) return null;
  const words = failureWords(problem, messages, (at) => times.point(at, clock()));
  const reconnect = problem.kind === 'reconnect-needed';
  const step = (
    <Button look="plain" disabled={connecting} onPress={() => void store.connect()}>
      {connecting ? messages.connecting : messages.reconnect}
    </Button>
  );
  return (
    <Note
      tone={reconnect || problem.kind === 'refused' ? 'needs-you' : 'waiting'}
      title={words.title}
      why={<Say sentence={words.why} />}
      {...(reconnect ? { step } : {})}
    />
  );
}

function NotAllowed() {
  const { messages } = useSurroundings();
  const store = usePanelStore();
  return (
    <Note
      tone="needs-you"
      title={messages.connection.notAllowed}
      why={messages.connection.notAllowedWhy}
      step={
        <Button look="plain" onPress={() => void store.disconnect()}>
          {messages.disconnect}
        </Button>
      }
    />
  );
}

function problemOf(status: PanelStatus): CallFailure | null {
  switch (status.connection.kind) {
    case 'not-configured':
    case 'not-connected':
    case 'not-allowed':
      return null;
    case 'connected':
      return status.problem;
    case 'reconnect-needed':
      return status.problem?.kind === 'reconnect-needed'
        ? status.problem
        : { kind: 'reconnect-needed', cause: 'revoked' };
  }
}
