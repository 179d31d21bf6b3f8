import { createRoot } from 'react-dom/client';

import './gallery.css';
import { Gallery } from './gallery.tsx';

const root = document.querySelector('#root');
const asked = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'system';
if (root)
  createRoot(root).render(
    <Gallery scene={asked.get('scene')} locale={asked.get('locale') ?? navigator.language} />,
  );
