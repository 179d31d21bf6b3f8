import { BlankState } from '../parts/blank-state.tsx';
import { Button } from '../parts/button.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** The panel before a mailbox is connected: what is missing and the one step to it. */
export function ConnectBlank(props: { readonly configured: boolean }) {
  const { connection, connect, connecting: waiting } = useSurroundings().messages;
  const connecting = usePanelState((state) => state.connecting);
  const domains = usePanelState((state) => state.status?.allowedDomains);
  const store = usePanelStore();
  if (!props.configured) {
    return (
      <BlankState
        title={connection.notConfigured}
        step={
          <Button look="primary" onPress={store.openSettings}>
            {connection.openSettings}
          </Button>
        }
      >
        <p>{connection.notConfiguredWhy}</p>
      </BlankState>
    );
  }
  return (
    <BlankState
      title={connection.notConnected}
      step={
        <Button look="primary" disabled={connecting} onPress={() => void store.connect()}>
          {connecting ? waiting : connect}
        </Button>
      }
    >
      <p>{connection.notConnectedWhy}</p>
      {domains !== undefined && domains.length > 0 && <p>{connection.allowedDomains(domains)}</p>}
    </BlankState>
  );
}
