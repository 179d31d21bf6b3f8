import { useEffect, useMemo } from 'react';

import type { PanelBackend } from '../../application/panel.ts';
import { Feed } from '../feed/feed.tsx';
import { PanelStoreProvider, usePanelState } from '../store/panel-context.tsx';
import { panelStore } from '../store/panel-store.ts';
import { useSurroundings } from '../surroundings.tsx';
import { ConnectBlank } from './connect-blank.tsx';
import { Header } from './header.tsx';
import { LookLine } from './look-line.tsx';
import { PanelNotes } from './panel-notes.tsx';

/** The whole panel over a backend, which must stay the same one. Stands in a `SurroundingsProvider`. */
export function Panel(props: { readonly backend: PanelBackend }) {
  const { backend } = props;
  const { clock } = useSurroundings();
  const store = useMemo(() => panelStore(backend, clock), [backend, clock]);
  useEffect(() => store.start(), [store]);
  return (
    <PanelStoreProvider value={store}>
      <div className="panel">
        <Header />
        <PanelNotes />
        <Content />
      </div>
    </PanelStoreProvider>
  );
}

function Content() {
  const connection = usePanelState((state) => state.status?.connection.kind ?? null);
  const unreachable = usePanelState((state) => state.unreachable);
  if (connection === 'not-configured' || connection === 'not-connected') {
    return (
      <main className="panel-main">
        <ConnectBlank configured={connection === 'not-connected'} />
      </main>
    );
  }
  // Where nobody has answered yet, the note says so; an empty feed below it would be a lie.
  if (connection === null && unreachable) return <main className="panel-main" />;
  return (
    <>
      <Feed />
      <LookLine />
    </>
  );
}
