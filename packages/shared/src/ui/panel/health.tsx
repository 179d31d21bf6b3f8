import CircleAlert from 'lucide-react/icons/circle-alert';
import TriangleAlert from 'lucide-react/icons/triangle-alert';

import type { PanelStatus } from '../../application/panel.ts';

/** How the connection is, in one word. */
export type Health =
  | 'not-configured'
  | 'not-connected'
  | 'connected'
  | 'problem'
  | 'reconnect-needed'
  | 'not-allowed'
  | 'resting';

/** The health that a status tells. */
export function healthOf(status: PanelStatus): Health {
  if (status.connection.kind !== 'connected') return status.connection.kind;
  if (status.problem === null) return status.health?.kind === 'resting' ? 'resting' : 'connected';
  return status.problem.kind === 'reconnect-needed' ? 'reconnect-needed' : 'problem';
}

/** The mark beside the account. Each health has its own shape, so that colour is never alone. */
export function HealthMark(props: { readonly health: Health }) {
  switch (props.health) {
    case 'connected':
      return <span className="health-dot" aria-hidden />;
    case 'problem':
    case 'resting':
      return <TriangleAlert size={14} aria-hidden className="tone-waiting" />;
    case 'reconnect-needed':
    case 'not-allowed':
      return <CircleAlert size={14} aria-hidden className="tone-needs-you" />;
    case 'not-configured':
    case 'not-connected':
      return <span className="health-dot health-dot-empty" aria-hidden />;
  }
}
