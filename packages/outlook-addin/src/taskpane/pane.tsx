import { Panel } from '@postrider/shared/ui/panel/panel';
import { SurroundingsProvider } from '@postrider/shared/ui/surroundings';
import { useEffect, useMemo, useState } from 'react';

import type { PaneCore } from '../core/pane-core.ts';
import type { PaneState } from '../core/pane-state.ts';
import { english } from '../messages/en.ts';
import { ComposeCard } from './compose-card.tsx';
import { DigestNote } from './digest-note.tsx';
import { Opening } from './opening.tsx';
import { PolicyNote } from './policy-note.tsx';
import { SettingsOver } from './settings-over.tsx';
import { Trouble } from './trouble.tsx';
import { useOutlookTheme } from './use-outlook-theme.ts';
import { WaitingMails } from './waiting-mails.tsx';

/** The task pane, from its first paint on. */
export function Pane() {
  const [state, setState] = useState<PaneState>({ kind: 'opening' });
  const [settings, setSettings] = useState(false);
  useEffect(() => {
    const end = new AbortController();
    const openSettings = () => setSettings(true);
    // Loaded after the first paint, which needs none of it.
    void import('../core/open-pane.ts').then(
      ({ openPane }) => openPane(setState, openSettings, end.signal),
      () => setState({ kind: 'trouble', trouble: { kind: 'no-answer' } }),
    );
    return () => end.abort();
  }, []);
  switch (state.kind) {
    case 'opening':
      return <Opening />;
    case 'trouble':
      return <Trouble trouble={state.trouble} />;
    case 'open':
      return <OpenPane core={state.core} settings={settings} onBack={() => setSettings(false)} />;
  }
}

function OpenPane(props: {
  readonly core: PaneCore;
  readonly settings: boolean;
  readonly onBack: () => void;
}) {
  const { core } = props;
  const messages = useMemo(() => english(core.open.keeper.kind), [core]);
  useOutlookTheme();
  return (
    <SurroundingsProvider messages={messages} locale={navigator.language} clock={Date.now}>
      <div inert={props.settings}>
        <Panel
          backend={core.panel}
          queue={core.queue}
          notes={
            <>
              <PolicyNote core={core} />
              <DigestNote core={core} />
            </>
          }
          tools={
            <>
              <ComposeCard core={core} />
              <WaitingMails core={core} />
            </>
          }
        />
      </div>
      {props.settings && <SettingsOver backend={core.settings} onBack={props.onBack} />}
    </SurroundingsProvider>
  );
}
