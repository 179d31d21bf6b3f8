import type { QueueView } from '../../application/panel/queue.ts';
import type { GroupId } from '../../domain/ids.ts';
import { BlankState } from '../parts/blank-state.tsx';
import { Button } from '../parts/button.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useNow } from '../time/use-now.ts';
import { EntryList } from './entry-list.tsx';
import { GroupRow } from './group-row.tsx';
import { StandingNote } from './standing-note.tsx';
import { UnsureList } from './unsure-list.tsx';
import { useChange } from './use-change.ts';
import { waitingStates } from './waiting-states.ts';

/** The whole queue: what waits and until when, what needs a person, the group mails, and the mails in their order. */
export function QueueHome(props: {
  readonly view: QueueView;
  readonly onNew: () => void;
  readonly onOpen: (group: GroupId) => void;
}) {
  const { view } = props;
  const words = useSurroundings().messages.queue;
  const begin = (
    <Button look={view.groups.length === 0 ? 'primary' : 'plain'} onPress={props.onNew}>
      {words.newGroup}
    </Button>
  );
  if (view.waiting === 0 && view.groups.length === 0) {
    return (
      <>
        <UnsureList />
        <BlankState title={words.empty} step={begin}>
          <p>{words.emptyWhy}</p>
        </BlankState>
      </>
    );
  }
  return (
    <>
      <StandingNote standing={view.standing} />
      <div className="queue-parts">
        <Head view={view} />
        <UnsureList />
        {view.groups.length > 0 && (
          <section>
            <h2>{words.groups}</h2>
            <ul className="rows">
              {view.groups.map((group) => (
                <GroupRow key={group.id} group={group} onOpen={() => props.onOpen(group.id)} />
              ))}
            </ul>
          </section>
        )}
        <div>{begin}</div>
        {view.waiting > 0 && <h2 className="queue-list-head">{words.next}</h2>}
      </div>
      {view.waiting > 0 && <EntryList wanted={{ states: waitingStates }} />}
    </>
  );
}

function Head({ view }: { readonly view: QueueView }) {
  const { messages, times } = useSurroundings();
  const words = messages.queue;
  const { busy, failed, run } = useChange();
  const now = useNow();
  const open = view.groups.filter(({ waiting }) => waiting > 0);
  const runs = open.some(({ state }) => state.kind === 'running');
  const resumes = open.some(({ state }) => state.kind === 'paused' && state.by !== 'admin');
  const inGroups = open.reduce((sum, { waiting }) => sum + waiting, 0);
  const rests = view.waiting > 0 && inGroups === view.waiting && !runs && resumes;
  const doneAt = view.doneAt === null ? null : times.point(view.doneAt, now);
  return (
    <div className="queue-head">
      <div className="queue-sum">
        <p className="row-title">
          {view.waiting === 0 ? words.empty : words.summary(times.count(view.waiting), doneAt)}
        </p>
        {rests && <p className="soft">{words.allPaused}</p>}
      </div>
      {runs && (
        <Button
          look="plain"
          disabled={busy}
          onPress={() => void run((queue) => queue.pause('all'), 'paused')}
        >
          {words.pause}
        </Button>
      )}
      {!runs && resumes && (
        <Button
          look="plain"
          disabled={busy}
          onPress={() => void run((queue) => queue.resume('all'), 'resumed')}
        >
          {words.resume}
        </Button>
      )}
      {failed && <p className="tone-needs-you">{words.said.failed}</p>}
    </div>
  );
}
