import ChevronRight from 'lucide-react/icons/chevron-right';

import type { QueueGroup } from '../../application/panel/queue.ts';
import { Bar } from '../parts/bar.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Outside } from '../text/say.tsx';
import { useNow } from '../time/use-now.ts';
import { groupSize, groupState } from './group-words.ts';

/** A group mail in the queue: how far it is; pressed, it opens. */
export function GroupRow(props: { readonly group: QueueGroup; readonly onOpen: () => void }) {
  const { group, onOpen } = props;
  const { messages } = useSurroundings();
  return (
    <li className="group-row">
      <button type="button" className="group-open" onClick={onOpen}>
        <span className="row-title one-line">
          <Outside text={group.subject === '' ? messages.noSubject : group.subject} />
        </span>
        <ChevronRight size={14} aria-hidden className="points-on" />
        <GroupProgress group={group} />
      </button>
    </li>
  );
}

/** How far a group mail is, in words and as a bar. */
export function GroupProgress({ group }: { readonly group: QueueGroup }) {
  const { messages, times } = useSurroundings();
  const words = messages.queue;
  const now = useNow();
  const all = groupSize(group);
  const state = groupState(group, words);
  const rest =
    state ?? (group.doneAt === null ? null : words.doneAbout(times.point(group.doneAt, now)));
  return (
    <span className="group-progress">
      <Bar share={all === 0 ? 0 : group.sent / all} tone="plain" />
      <span className="soft">
        {[
          words.progress(times.count(group.sent), times.count(all)),
          ...(rest === null ? [] : [rest]),
        ].join(' · ')}
      </span>
      {group.other > 0 && group.state.kind !== 'cancelled' && (
        <span className="tone-needs-you">{words.other(times.count(group.other))}</span>
      )}
    </span>
  );
}
