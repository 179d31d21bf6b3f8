import { useMemo } from 'react';

import { Panel } from '../panel/panel.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { Framed } from './framed.tsx';
import { panelScenes } from './panel-scenes.ts';
import { settingsScenes } from './settings-scenes.ts';

const clock = () => Date.now();
const names = [...Object.keys(panelScenes), ...Object.keys(settingsScenes)];

/** The playground: one scene alone, or all of them side by side, light and dark. */
export function Gallery(props: { readonly scene: string | null; readonly locale: string }) {
  return (
    <Framed locale={props.locale} clock={clock}>
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
  const scene = useMemo(() => {
    const now = clock();
    const panel = find(panelScenes, name)?.(now);
    if (panel !== undefined) return <Panel backend={panel} />;
    const settings = find(settingsScenes, name)?.();
    return settings === undefined ? null : <SettingsPage backend={settings} />;
  }, [name]);
  return scene ?? <p>No scene is called {name}.</p>;
}

function find<Value>(scenes: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.entries(scenes).find(([other]) => other === name)?.[1];
}
