import { installMicrosoftAjax } from './microsoft-ajax.ts';

installMicrosoftAjax();
