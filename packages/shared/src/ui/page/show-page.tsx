import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import '../styles.css';
import type { Messages } from '../messages/en.ts';
import { SurroundingsProvider } from '../surroundings.tsx';
import { FaultBoundary } from './fault-boundary.tsx';

/** Shows a page of ours in the element `#root`, in the browser's own language for times and the words given. */
export function showPage(page: ReactNode, messages: Messages): void {
  const root = document.querySelector('#root');
  if (root === null) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <SurroundingsProvider
        messages={messages}
        locale={navigator.language}
        clock={() => Date.now()}
      >
        <FaultBoundary messages={messages}>{page}</FaultBoundary>
      </SurroundingsProvider>
    </StrictMode>,
  );
}
