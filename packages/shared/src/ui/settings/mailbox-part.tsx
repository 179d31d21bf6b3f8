import { useState } from 'react';

import type { ConnectOutcome } from '../../application/panel.ts';
import { OutcomeNote } from '../panel/outcome-note.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Outside, Say } from '../text/say.tsx';
import type { PartProps } from './part-props.ts';

/** Which mailbox is connected, and connecting or disconnecting it. */
export function MailboxPart({ view, backend, ask }: PartProps) {
  const { messages } = useSurroundings();
  const words = messages.options;
  const [outcome, setOutcome] = useState<ConnectOutcome | null>(null);
  const [connecting, setConnecting] = useState(false);
  const step = view.connection.kind === 'reconnect-needed' ? messages.reconnect : messages.connect;
  const connect = async () => {
    setOutcome(null);
    setConnecting(true);
    setOutcome(await ask(() => backend.connect()));
    setConnecting(false);
  };
  return (
    <section className="settings-part">
      <h2>{words.mailbox}</h2>
      {view.connection.kind === 'reconnect-needed' && (
        <Note
          tone="needs-you"
          title={messages.connection.reconnect}
          why={messages.connection.reconnectWhy}
        />
      )}
      {view.connection.kind === 'not-allowed' && (
        <Note
          tone="needs-you"
          title={messages.connection.notAllowed}
          why={messages.connection.notAllowedWhy}
        />
      )}
      {outcome !== null && outcome.kind !== 'connected' && (
        <OutcomeNote outcome={outcome} onClose={() => setOutcome(null)} />
      )}
      <div className="settings-row">
        <div>
          <MailboxState view={view} />
        </div>
        {(view.connection.kind === 'connected' || view.connection.kind === 'not-allowed') && (
          <Button look="plain" onPress={() => void ask(() => backend.disconnect())}>
            {messages.disconnect}
          </Button>
        )}
        {(view.connection.kind === 'not-connected' ||
          view.connection.kind === 'reconnect-needed') && (
          <Button look="primary" disabled={connecting} onPress={() => void connect()}>
            {connecting ? messages.connecting : step}
          </Button>
        )}
      </div>
    </section>
  );
}

function MailboxState({ view }: Pick<PartProps, 'view'>) {
  const { messages } = useSurroundings();
  const words = messages.options;
  const { connection, allowedDomains } = view;
  const connected = connection.kind === 'connected';
  return (
    <>
      <p>
        {connection.kind === 'not-allowed' ? (
          <Outside text={connection.account} />
        ) : 'account' in connection ? (
          <Say sentence={words.mailboxConnected(connection.account, connected)} />
        ) : (
          messages.account.states[connection.kind]
        )}
      </p>
      <p className="soft">
        {connection.kind === 'not-configured' && words.needsClient}
        {connected && words.disconnectWhy}
      </p>
      <p className="soft">
        {allowedDomains.length === 0
          ? words.anyDomain
          : messages.connection.allowedDomains(allowedDomains)}
      </p>
    </>
  );
}
