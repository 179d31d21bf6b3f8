import { Button } from '@postrider/shared/ui/parts/button';
import { Note } from '@postrider/shared/ui/parts/note';
import { useSurroundings } from '@postrider/shared/ui/surroundings';
import { useState } from 'react';

import { sendOpenMailLater } from '../core/open-mail.ts';
import type { PaneCore } from '../core/pane-core.ts';
import { composeWords as words } from '../messages/compose.ts';
import type { SendLaterOutcome } from '../send-later/hand-over-open-mail.ts';
import { SendLaterForm } from './send-later-form.tsx';

type Step =
  | { readonly kind: 'closed' }
  | { readonly kind: 'choosing' }
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly outcome: SendLaterOutcome };

/** Sending the open mail later: the wish, the time, and what became of it. */
export function SendLater(props: { readonly core: PaneCore; readonly recipients: number }) {
  const { core } = props;
  const [step, setStep] = useState<Step>({ kind: 'closed' });
  const { deferredSend } = core.connection.mailbox.capabilities;
  if (deferredSend.kind === 'no') return <p className="soft">{words.cannot(deferredSend.why)}</p>;
  const handOver = async (at: number) => {
    setStep({ kind: 'working' });
    setStep({ kind: 'done', outcome: await sendOpenMailLater(core, at) });
  };
  switch (step.kind) {
    case 'closed':
      return (
        <div className="steps">
          <Button look="plain" onPress={() => setStep({ kind: 'choosing' })}>
            {words.later}
          </Button>
        </div>
      );
    case 'choosing':
    case 'working':
      return (
        <SendLaterForm
          recipients={props.recipients}
          working={step.kind === 'working'}
          onChoose={(at) => void handOver(at)}
          onCancel={() => setStep({ kind: 'closed' })}
        />
      );
    case 'done':
      return <Outcome outcome={step.outcome} onAgain={() => setStep({ kind: 'choosing' })} />;
  }
}

function Outcome(props: { readonly outcome: SendLaterOutcome; readonly onAgain: () => void }) {
  const { messages, times, clock } = useSurroundings();
  const { outcome } = props;
  const again = (
    <Button look="plain" onPress={props.onAgain}>
      {messages.tryAgain}
    </Button>
  );
  switch (outcome.kind) {
    case 'held': {
      const when = times.point(outcome.leavesAt, clock());
      return <Note tone="done" title={words.held(when)} why={words.heldWhy} />;
    }
    case 'cannot':
      return <Note tone="needs-you" title={words.cannot(outcome.why)} />;
    case 'forbidden':
      return (
        <Note
          tone="needs-you"
          title={words.forbidden(outcome.address)}
          why={words.forbiddenWhy}
          step={again}
        />
      );
    case 'refused':
      return (
        <Note
          tone="needs-you"
          title={words.outcome.refused.title}
          why={outcome.reason}
          step={again}
        />
      );
    case 'not-saved':
    case 'unclear':
    case 'gone':
      return <Note tone="needs-you" {...words.outcome[outcome.kind]} step={again} />;
    case 'waiting':
    case 'left':
      return <Note tone="waiting" {...words.outcome[outcome.kind]} />;
  }
}
