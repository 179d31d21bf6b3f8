import { useState } from 'react';

import type { QueueGroup } from '../../application/panel/queue.ts';
import type { OutboxState } from '../../application/ports/outbox.ts';
import { PageFrame } from '../pages/page-frame.tsx';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Outside } from '../text/say.tsx';
import { Ask } from './ask.tsx';
import { EntryList } from './entry-list.tsx';
import { GroupProgress } from './group-row.tsx';
import { groupStateWhy } from './group-words.ts';
import { useChange } from './use-change.ts';
import { waitingStates } from './waiting-states.ts';

const shows = ['waiting', 'other', 'sent'] as const;

type Show = (typeof shows)[number];

const statesOf: Readonly<Record<Show, readonly OutboxState['kind'][]>> = {
  waiting: waitingStates,
  sent: ['sent'],
  other: ['unsure', 'refused', 'cancelled'],
};

/** One group mail: how far it is, pausing and cancelling it, and each of its mails. */
export function GroupPage(props: { readonly group: QueueGroup; readonly onBack: () => void }) {
  const { group } = props;
  const { messages } = useSurroundings();
  const words = messages.queue;
  const [show, setShow] = useState<Show>(() => firstShown(group));
  const why = groupStateWhy(group, words);
  return (
    <PageFrame
      title={<Outside text={group.subject === '' ? messages.noSubject : group.subject} />}
      onBack={props.onBack}
    >
      <div className="group-page">
        <div className="group-sum">
          <GroupProgress group={group} />
          {why !== null && <p>{why}</p>}
          {group.waiting > 0 && group.state.kind !== 'cancelled' && <GroupActions group={group} />}
        </div>
        <div className="list-tools">
          <Choice
            label={words.show}
            value={show}
            values={shows}
            words={words.shows}
            set={false}
            onChange={setShow}
          />
        </div>
        <EntryList key={show} wanted={{ group: group.id, states: statesOf[show] }} />
      </div>
    </PageFrame>
  );
}

function firstShown({ waiting, other }: QueueGroup): Show {
  if (waiting > 0) return 'waiting';
  return other > 0 ? 'other' : 'sent';
}

function GroupActions({ group }: { readonly group: QueueGroup }) {
  const { messages, times } = useSurroundings();
  const words = messages.queue;
  const { busy, failed, run } = useChange();
  const [asking, setAsking] = useState(false);
  const { id, state, sent, waiting } = group;
  if (asking) {
    return (
      <Ask
        title={words.cancelAsk}
        why={words.cancelWhy(sent, times.count(sent), times.count(waiting))}
        yes={words.cancelYes}
        no={words.cancelNo}
        onYes={() => void run((queue) => queue.cancel({ group: id }), 'cancelled')}
        onNo={() => setAsking(false)}
      />
    );
  }
  return (
    <>
      {failed && <p className="tone-needs-you">{words.said.failed}</p>}
      <div className="steps">
        {state.kind === 'running' && (
          <Button
            look="plain"
            disabled={busy}
            onPress={() => void run((queue) => queue.pause(id), 'paused')}
          >
            {words.pause}
          </Button>
        )}
        {state.kind === 'paused' && state.by !== 'admin' && (
          <Button
            look="plain"
            disabled={busy}
            onPress={() => void run((queue) => queue.resume(id), 'resumed')}
          >
            {words.resume}
          </Button>
        )}
        <Button look="plain" disabled={busy} onPress={() => setAsking(true)}>
          {words.cancel}
        </Button>
      </div>
    </>
  );
}
