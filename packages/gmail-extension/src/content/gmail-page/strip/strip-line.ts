import { messages } from '../../../messages/gmail-page.ts';
import type { StripButton, StripView } from './strip-look.ts';

/** The way to the panel. */
export const openPanel: StripButton = { label: messages.open, action: 'open-panel' };

/** One plain line with its buttons. */
export function line(text: string, ...buttons: readonly StripButton[]): StripView {
  return { kind: 'line', text, buttons, tone: 'plain' };
}
