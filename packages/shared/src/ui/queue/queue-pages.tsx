import { useState } from 'react';

import './queue.css';
import type { GroupId } from '../../domain/ids.ts';
import { Skeleton } from '../feed/skeleton.tsx';
import { NewGroupPage } from '../group-mail/new-group-page.tsx';
import { BlankState } from '../parts/blank-state.tsx';
import { Button } from '../parts/button.tsx';
import { usePanelStore } from '../store/panel-context.tsx';
import { useQueueState, useQueueStore } from '../store/queue-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Announcing } from './announce.tsx';
import { GroupPage } from './group-page.tsx';
import { QueueHome } from './queue-home.tsx';

type Open = { readonly kind: 'home' | 'new' } | { readonly kind: 'group'; readonly id: GroupId };

/** The queue's own page, and over it what is opened from it: one group mail, or the making of a new one. */
export function QueuePages() {
  const { messages } = useSurroundings();
  const view = useQueueState((state) => state.view);
  const unreachable = useQueueState((state) => state.unreachable);
  const { refresh } = useQueueStore();
  const panel = usePanelStore();
  const [open, setOpen] = useState<Open>({ kind: 'home' });
  const group = open.kind === 'group' ? view?.groups.find(({ id }) => id === open.id) : undefined;
  const home = open.kind === 'home' || (open.kind === 'group' && group === undefined);

  function back(): void {
    // A page of the panel over all of it takes the same Escape first.
    if (panel.state.getState().page === null) setOpen({ kind: 'home' });
  }

  if (view === null) {
    return (
      <main className="panel-main" aria-label={messages.queue.tab}>
        {unreachable ? (
          <BlankState
            title={messages.queue.failed}
            step={
              <Button look="primary" onPress={() => void refresh()}>
                {messages.tryAgain}
              </Button>
            }
          >
            <p>{messages.queue.failedWhy}</p>
          </BlankState>
        ) : (
          <Skeleton words={messages.queue.loading} />
        )}
      </main>
    );
  }
  return (
    <Announcing>
      <div className="panel-main queue-main" data-scroller inert={!home}>
        <main aria-label={messages.queue.tab}>
          <QueueHome
            view={view}
            onNew={() => setOpen({ kind: 'new' })}
            onOpen={(id) => setOpen({ kind: 'group', id })}
          />
        </main>
      </div>
      {open.kind === 'new' && (
        <NewGroupPage onBack={back} onStarted={(id) => setOpen({ kind: 'group', id })} />
      )}
      {group !== undefined && <GroupPage group={group} onBack={back} />}
    </Announcing>
  );
}
