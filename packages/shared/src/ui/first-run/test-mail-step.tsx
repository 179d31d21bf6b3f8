import { TestMailButton } from '../panel/test-mail-button.tsx';
import { Button } from '../parts/button.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import { StepHeading } from './step-heading.tsx';

/** After connecting: a test mail to oneself, or straight to the feed. */
export function TestMailStep() {
  const { firstRun: words } = useSurroundings().messages;
  const connection = usePanelState((state) => state.status?.connection);
  const store = usePanelStore();
  const account = connection !== undefined && 'account' in connection ? connection.account : '';
  return (
    <>
      <StepHeading>
        <Say sentence={words.connected(account)} />
      </StepHeading>
      <p>{words.connectedWhy}</p>
      <div className="steps">
        <TestMailButton look="primary" onSent={store.endFirstRun} />
        <Button look="plain" onPress={store.endFirstRun}>
          {words.toFeed}
        </Button>
      </div>
    </>
  );
}
