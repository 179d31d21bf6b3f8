import { english } from '@postrider/shared/ui/messages/en';
import { showPage } from '@postrider/shared/ui/page/show-page';
import { SettingsPage } from '@postrider/shared/ui/settings/settings-page';

import { settingsBackend } from '../bus/settings-client.ts';
import { host } from '../messages/en.ts';

showPage(<SettingsPage backend={settingsBackend()} />, english(host));
