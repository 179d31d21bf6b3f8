import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';

import type { SettingsBackend } from '../../application/settings.ts';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { Switch } from '../parts/switch.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { ClientPart } from './client-part.tsx';
import { MailboxPart } from './mailbox-part.tsx';
import { settingsStore } from './settings-store.ts';
import { StoredPart } from './stored-part.tsx';

/** The settings page over a backend, which must stay the same one. Stands in a `SurroundingsProvider`. */
export function SettingsPage(props: { readonly backend: SettingsBackend }) {
  const { messages } = useSurroundings();
  const words = messages.options;
  const { backend } = props;
  const store = useMemo(() => settingsStore(backend), [backend]);
  useEffect(() => store.start(), [store]);
  const { view, storedEvents, unreachable } = useStore(store.state);
  return (
    <main className="settings">
      <h1>{words.title}</h1>
      {unreachable && (
        <Note
          tone="needs-you"
          title={messages.failure.unreachable}
          why={words.failed}
          step={
            <Button look="plain" onPress={() => void store.reload()}>
              {messages.tryAgain}
            </Button>
          }
        />
      )}
      {view !== null && (
        <>
          <MailboxPart view={view} backend={backend} ask={store.ask} />
          {view.client.kind !== 'not-needed' && (
            <ClientPart view={view} backend={backend} ask={store.ask} />
          )}
          <section className="settings-part">
            <h2>{words.newMail}</h2>
            <Switch
              name={words.follow}
              why={view.followByDefault.byPolicy ? words.byCompany : words.followWhy}
              on={view.followByDefault.value}
              locked={view.followByDefault.byPolicy}
              onChange={(on) => void store.ask(() => backend.saveFollowByDefault(on))}
            />
          </section>
          <StoredPart view={view} stored={storedEvents} backend={backend} ask={store.ask} />
        </>
      )}
    </main>
  );
}
