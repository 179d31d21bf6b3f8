import { Button } from '../parts/button.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { StepHeading } from './step-heading.tsx';

/** The third screen: connecting, or what is missing for it. */
export function ConnectStep() {
  const { messages } = useSurroundings();
  const { connection: words, firstRun } = messages;
  const status = usePanelState((state) => state.status);
  const connecting = usePanelState((state) => state.connecting);
  const store = usePanelStore();
  if (status?.connection.kind === 'not-configured') {
    return (
      <>
        <StepHeading>{words.notConfigured}</StepHeading>
        <p>{words.notConfiguredWhy}</p>
        <div className="steps">
          <Button look="primary" onPress={store.openSettings}>
            {words.openSettings}
          </Button>
        </div>
      </>
    );
  }
  const domains = status?.allowedDomains ?? [];
  return (
    <>
      <StepHeading>{words.notConnected}</StepHeading>
      <p>{words.notConnectedWhy}</p>
      <p>{firstRun.connectWhy}</p>
      <p>{firstRun.connectBack}</p>
      {domains.length > 0 && <p>{words.allowedDomains(domains)}</p>}
      <div className="steps">
        <Button look="primary" disabled={connecting} onPress={() => void store.connect()}>
          {connecting ? messages.connecting : messages.connect}
        </Button>
      </div>
    </>
  );
}
