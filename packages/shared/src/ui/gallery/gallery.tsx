import { useMemo } from 'react';

import { Panel } from '../panel/panel.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Framed } from './framed.tsx';
import { listScenes } from './list-scenes.ts';
import { panelScenes } from './panel-scenes.ts';
import type { PseudoLanguage } from './pseudo-languages.ts';
import { queueScenes } from './queue-scenes.ts';
import { settingsScenes } from './settings-scenes.ts';

const scenes = { ...panelScenes, ...listScenes };
const names = [scenes, queueScenes, settingsScenes].flatMap((some) => Object.keys(some));

/** The playground: one scene alone, or all of them side by side, light and dark. */
export function Gallery(props: {
  readonly scene: string | null;
  readonly locale: string;
  readonly language?: PseudoLanguage | undefined;
  /** The instant that every scene plays at, epoch ms; left out = now. */
  readonly at?: number | undefined;
}) {
  const { at } = props;
  const clock = useMemo(() => () => at ?? Date.now(), [at]);
  return (
    <Framed locale={props.locale} clock={clock} language={props.language}>
      {props.scene === null ? <Everything locale={props.locale} /> : <Scene name={props.scene} />}
    </Framed>
  );
}

function Everything({ locale }: { readonly locale: string }) {
  return (
    <main className="gallery">
      <h1>Postrider gallery</h1>
      {names.flatMap((name) =>
        ['light', 'dark'].map((theme) => (
          <figure key={`${name} ${theme}`} data-theme={theme}>
            <figcaption>
              <a href={`?scene=${name}&theme=${theme}&locale=${locale}`}>
                {name}, {theme}
              </a>
            </figcaption>
            <div className="gallery-frame">
              <Scene name={name} />
            </div>
          </figure>
        )),
      )}
    </main>
  );
}

function Scene({ name }: { readonly name: string }) {
  const { clock } = useSurroundings();
  const scene = useMemo(() => {
    const now = clock();
    const panel = find(scenes, name)?.(now);
    if (panel !== undefined) return <Panel backend={panel} />;
    const queue = find(queueScenes, name)?.(now);
    if (queue !== undefined) return <Panel backend={panelScenes.feed(now)} queue={queue} />;
    const settings = find(settingsScenes, name)?.();
    return settings === undefined ? null : <SettingsPage backend={settings} />;
  }, [name, clock]);
  return scene ?? <p>No scene is called {name}.</p>;
}

function find<Value>(all: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.entries(all).find(([other]) => other === name)?.[1];
}
