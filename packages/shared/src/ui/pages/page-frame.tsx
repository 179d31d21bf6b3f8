import ArrowLeft from 'lucide-react/icons/arrow-left';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

import { useEscape } from '../parts/use-escape.ts';
import { usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** A page over the feed: its heading takes the focus; Back and Escape lead back to where it was opened. */
export function PageFrame(props: { readonly title: string; readonly children: ReactNode }) {
  const { back } = useSurroundings().messages;
  const { closePage } = usePanelStore();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [opener] = useState(() => document.activeElement);

  useEffect(() => {
    heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [opener]);

  useEscape(closePage);

  return (
    <main className="page" aria-labelledby={id}>
      <div className="page-head">
        <button type="button" className="icon-button" aria-label={back} onClick={closePage}>
          <ArrowLeft size={16} aria-hidden className="points-back" />
        </button>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {props.title}
        </h2>
      </div>
      <div className="page-body">{props.children}</div>
    </main>
  );
}
