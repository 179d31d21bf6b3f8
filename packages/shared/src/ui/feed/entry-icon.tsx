import Bot from 'lucide-react/icons/bot';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleSlash from 'lucide-react/icons/circle-slash';
import Flag from 'lucide-react/icons/flag';
import Hourglass from 'lucide-react/icons/hourglass';
import Reply from 'lucide-react/icons/reply';
import Send from 'lucide-react/icons/send';

import type { EventKind } from '../../domain/analytics/event.ts';
import type { Tone } from './entry-words.ts';

const icons: Record<EventKind, typeof Reply> = {
  sent: Send,
  replied: Reply,
  'auto-replied': Bot,
  bounced: CircleAlert,
  delayed: Hourglass,
  complained: Flag,
  'not-sent': CircleSlash,
};

/** The icon of a kind of entry; the entry's first line says the same in words. */
export function EntryIcon(props: { readonly kind: EventKind; readonly tone: Tone }) {
  const Icon = icons[props.kind];
  return <Icon size={16} aria-hidden className={`entry-icon tone-${props.tone}`} />;
}
