import { type ReactNode, useEffect, useMemo } from 'react';

import type { PanelBackend } from '../../application/panel.ts';
import type { IntroductionBackend } from '../../application/panel/introduction.ts';
import type { QueueBackend } from '../../application/panel/queue.ts';
import { Feed } from '../feed/feed.tsx';
import { FirstRun } from '../first-run/first-run.tsx';
import { Pages } from '../pages/pages.tsx';
import { PanelStoreProvider, usePanelState } from '../store/panel-context.tsx';
import { panelStore } from '../store/panel-store.ts';
import { QueueStoreProvider, useQueueStoreIfAny } from '../store/queue-context.tsx';
import { queueStore } from '../store/queue-store.ts';
import { useSurroundings } from '../surroundings.tsx';
import { BudgetLine } from './budget-line.tsx';
import { ConnectBlank } from './connect-blank.tsx';
import { Header } from './header.tsx';
import { LookLine } from './look-line.tsx';
import { PanelNotes } from './panel-notes.tsx';
import { QueueTab } from './queue-tab.tsx';
import { Tabs } from './tabs.tsx';
import { UnmatchedLine } from './unmatched-line.tsx';

/** What a plugin adds to the panel. */
type Additions = {
  /** Over all content, below our own notes. */
  readonly notes?: ReactNode;
  /** Over the feed of a connected mailbox. */
  readonly tools?: ReactNode;
};

/**
 * The whole panel over a backend, which must stay the same one; so must `queue`, without which nothing of mail that leaves
 * in the background is shown. Stands in a `SurroundingsProvider`.
 */
export function Panel(
  props: Additions & {
    readonly backend: PanelBackend & IntroductionBackend;
    readonly queue?: QueueBackend | undefined;
  },
) {
  const { backend, queue } = props;
  const { clock } = useSurroundings();
  const store = useMemo(() => panelStore(backend, clock), [backend, clock]);
  useEffect(() => store.start(), [store]);
  const waiting = useMemo(
    () => (queue === undefined ? null : queueStore(queue, backend.subscribe)),
    [queue, backend],
  );
  useEffect(() => waiting?.start(), [waiting]);
  return (
    <PanelStoreProvider value={store}>
      <QueueStoreProvider value={waiting}>
        <div className="panel">
          <Header />
          <div className="panel-stack">
            <Base notes={props.notes} tools={props.tools} />
            <Pages />
          </div>
        </div>
      </QueueStoreProvider>
    </PanelStoreProvider>
  );
}

/** What a page lies over. It stays as it is below the page, so that coming back finds the same place in the feed. */
function Base({ notes, tools }: Additions) {
  const covered = usePanelState((state) => state.page !== null);
  return (
    <div className="panel-base" inert={covered}>
      <PanelNotes />
      {notes}
      <Content tools={tools} />
    </div>
  );
}

function Content({ tools }: Pick<Additions, 'tools'>) {
  const connection = usePanelState((state) => state.status?.connection.kind ?? null);
  const unreachable = usePanelState((state) => state.unreachable);
  const introducing = usePanelState((state) => state.introducing);
  const newer = usePanelState((state) => state.status?.storage === 'newer');
  const hasQueue = useQueueStoreIfAny() !== null;
  // The note says it all; there is nothing to show, and nothing to connect.
  if (newer) return <main className="panel-main" />;
  if (introducing) return <FirstRun />;
  if (connection === 'not-configured' || connection === 'not-connected') {
    return (
      <main className="panel-main">
        <ConnectBlank configured={connection === 'not-connected'} />
      </main>
    );
  }
  // Where nobody has answered yet, the note says so; an empty feed below it would be a lie.
  if (connection === null && unreachable) return <main className="panel-main" />;
  const feed = (
    <>
      {tools}
      <BudgetLine />
      <UnmatchedLine />
      <Feed />
      <LookLine />
    </>
  );
  return hasQueue ? <Tabs feed={feed} queue={<QueueTab />} /> : feed;
}
