import type { SettingsBackend } from '@postrider/shared/application/settings';
import { Button } from '@postrider/shared/ui/parts/button';
import { SettingsPage } from '@postrider/shared/ui/settings/settings-page';
import { useEffect, useRef } from 'react';

import { paneWords } from '../messages/pane.ts';

/** The settings over the panel, with a way back: a pane in Outlook has no page of its own for them. */
export function SettingsOver(props: {
  readonly backend: SettingsBackend;
  readonly onBack: () => void;
}) {
  const { onBack } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Before whatever lies below hears it and leaves, too.
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onBack();
    };
    document.addEventListener('keydown', pressed, { capture: true });
    return () => document.removeEventListener('keydown', pressed, { capture: true });
  }, [onBack]);
  useEffect(() => {
    const opener = document.activeElement;
    place.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <div ref={place} className="pane-settings" tabIndex={-1}>
      <div className="pane-back">
        <Button look="text" onPress={onBack}>
          {paneWords.back}
        </Button>
      </div>
      <SettingsPage backend={props.backend} />
    </div>
  );
}
