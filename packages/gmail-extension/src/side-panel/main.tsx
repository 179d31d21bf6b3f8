import { english } from '@postrider/shared/ui/messages/en';
import { showPage } from '@postrider/shared/ui/page/show-page';
import { Panel } from '@postrider/shared/ui/panel/panel';

import { panelBackend } from '../bus/panel-client.ts';
import { queueBackend } from '../bus/queue-client.ts';
import { host } from '../messages/en.ts';

showPage(<Panel backend={panelBackend()} queue={queueBackend()} />, english(host));
