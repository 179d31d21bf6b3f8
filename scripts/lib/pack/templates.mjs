import { placeholders } from './managed-settings.mjs';
import { policyFiles } from './policy-files.mjs';

/** The policies as docs/admin shows them: an id and a host that stand for a company's own. Path → text. */
export function policyTemplates() {
  return policyFiles({
    id: 'abcdefghijklmnopabcdefghijklmnop',
    updateUrl: 'https://ext.example.com/postrider/update.xml',
    settings: placeholders,
  });
}
