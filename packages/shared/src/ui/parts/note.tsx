import Check from 'lucide-react/icons/check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import Hourglass from 'lucide-react/icons/hourglass';
import type { ReactNode } from 'react';

/** What a note is about: time will tell, the rep must act, or all went well. */
export type NoteTone = 'waiting' | 'needs-you' | 'done';

const icons = { waiting: Hourglass, 'needs-you': CircleAlert, done: Check };

/** A note over the content: what is the matter, in a softer line why, and the one thing to do. */
export function Note(props: {
  readonly tone: NoteTone;
  readonly title: ReactNode;
  readonly why?: ReactNode;
  readonly step?: ReactNode;
}) {
  const Icon = icons[props.tone];
  return (
    <output className={`note note-${props.tone}`}>
      <Icon size={16} aria-hidden className={`tone-${props.tone}`} />
      <span className="note-words">
        <span className="note-title">{props.title}</span>
        {props.why !== undefined && <span>{props.why}</span>}
        {props.step !== undefined && <span className="note-steps">{props.step}</span>}
      </span>
    </output>
  );
}
