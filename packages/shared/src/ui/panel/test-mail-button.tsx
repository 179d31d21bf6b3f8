import { Button } from '../parts/button.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** Sends the rep a test mail; what becomes of it stands in a note over the feed. */
export function TestMailButton(props: {
  readonly look: 'primary' | 'text';
  /** One has left or is on its way. */
  readonly onSent?: () => void;
}) {
  const { testMail: words } = useSurroundings().messages;
  const sending = usePanelState((state) => state.testMail.kind === 'sending');
  const store = usePanelStore();
  const send = async () => {
    await store.sendTestMail({ subject: words.subject, text: words.text });
    const { kind } = store.state.getState().testMail;
    if (kind === 'sent' || kind === 'on-its-way') props.onSent?.();
  };
  return (
    <Button look={props.look} disabled={sending} onPress={() => void send()}>
      {sending ? words.sending : words.send}
    </Button>
  );
}
