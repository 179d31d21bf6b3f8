import { startMailPage } from './mail/mail-page.ts';
import { answerNestedAuth } from './office/nested-auth.ts';

answerNestedAuth();
startMailPage();
