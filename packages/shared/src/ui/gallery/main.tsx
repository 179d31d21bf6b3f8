import { createRoot } from 'react-dom/client';

import './gallery.css';
import { Gallery } from './gallery.tsx';
import { isPseudoLanguage } from './pseudo-languages.ts';

const root = document.querySelector('#root');
const asked = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'system';
const at = asked.get('at');
const language = asked.get('language') ?? '';
if (root)
  createRoot(root).render(
    <Gallery
      scene={asked.get('scene')}
      locale={asked.get('locale') ?? navigator.language}
      language={isPseudoLanguage(language) ? language : undefined}
      at={at === null ? undefined : Date.parse(at)}
    />,
  );
