import { english } from '@postrider/shared/ui/messages/en';
import { showPage } from '@postrider/shared/ui/page/show-page';

import { host } from '../messages/en.ts';

showPage(<main />, english(host));
