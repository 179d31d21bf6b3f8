import { type ReactNode, useEffect, useState } from 'react';

import { Button } from '../parts/button.tsx';
import { useEscape } from '../parts/use-escape.ts';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { ConnectStep } from './connect-step.tsx';
import { PermissionsStep } from './permissions-step.tsx';
import { TestMailStep } from './test-mail-step.tsx';
import { WhatStep } from './what-step.tsx';

const steps = ['what', 'permissions', 'connect'] as const;

/**
 * The first run: what Postrider does, what it asks for and why, connecting; then a test mail. It can be left at any
 * point by Skip or Escape, and is never shown again.
 */
export function FirstRun() {
  const { firstRun: words } = useSurroundings().messages;
  const connected = usePanelState((state) => state.status?.connection.kind === 'connected');
  const { endFirstRun } = usePanelStore();
  const [at, setAt] = useState(0);
  const step = connected ? 'test-mail' : (steps[at] ?? 'connect');

  useEscape(endFirstRun);
  // What had the focus goes away with the last screen.
  useEffect(() => () => document.querySelector<HTMLElement>('.panel-head h1')?.focus(), []);

  return (
    <main className="first-run">
      <div className="first-run-body">{screens[step]}</div>
      {step !== 'test-mail' && (
        <div className="first-run-foot">
          <p className="soft">{words.step(at + 1, steps.length)}</p>
          <div className="steps">
            {at > 0 && (
              <Button look="plain" onPress={() => setAt(at - 1)}>
                {words.back}
              </Button>
            )}
            {step !== 'connect' && (
              <Button look="primary" onPress={() => setAt(at + 1)}>
                {words.next}
              </Button>
            )}
            <Button look="text" onPress={endFirstRun}>
              {words.skip}
            </Button>
          </div>
        </div>
      )}
    </main>
  );
}

const screens: Readonly<Record<(typeof steps)[number] | 'test-mail', ReactNode>> = {
  what: <WhatStep />,
  permissions: <PermissionsStep />,
  connect: <ConnectStep />,
  'test-mail': <TestMailStep />,
};
