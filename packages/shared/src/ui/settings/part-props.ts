import type { SettingsBackend, SettingsView } from '../../application/settings.ts';
import type { Ask } from './settings-store.ts';

/** What every part of the settings page needs. */
export type PartProps = {
  readonly view: SettingsView;
  readonly backend: SettingsBackend;
  readonly ask: Ask;
};
