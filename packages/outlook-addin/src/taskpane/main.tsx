import { showPage } from '@postrider/shared/ui/page/show-page';

import './pane.css';
import { english } from '../messages/en.ts';
import { Pane } from './pane.tsx';

showPage(<Pane />, english('exchange-online'));
