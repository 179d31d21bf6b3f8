import ArrowLeft from 'lucide-react/icons/arrow-left';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

import { useEscape } from '../parts/use-escape.ts';
import { usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** A page over the feed: its heading takes the focus; Back and Escape lead back to where it was opened. */
export function PageFrame(props: {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Where Back and Escape lead; by default to what the panel's pages lie over. */
  readonly onBack?: () => void;
}) {
  const { back } = useSurroundings().messages;
  const { closePage } = usePanelStore();
  const { onBack = closePage } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [opener] = useState(() => document.activeElement);

  useEffect(() => {
    heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [opener]);

  useEscape(onBack);

  return (
    <main className="page" aria-labelledby={id}>
      <div className="page-head">
        <button type="button" className="icon-button" aria-label={back} onClick={onBack}>
          <ArrowLeft size={16} aria-hidden className="points-back" />
        </button>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {props.title}
        </h2>
      </div>
      <div className="page-body" data-scroller>
        {props.children}
      </div>
    </main>
  );
}
