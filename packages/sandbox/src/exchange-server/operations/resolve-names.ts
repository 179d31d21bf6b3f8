import { EwsError, schemaFault } from '../ews-error.ts';
import { childOf } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import { each, success, type Operation } from './operation.ts';

/** The schema lets an answer hold this many. */
const MOST = 100;

/** ResolveNames: colleagues by the beginning of their name or address. Contacts of the mailbox are not played. */
export const resolveNames: Operation = (request, { exchange }) => {
  const entry = childOf(request, 'UnresolvedEntry')?.text.trim().toLowerCase() ?? '';
  if (entry === '') throw schemaFault('UnresolvedEntry is missing.');
  const wanted = entry.replace(/^smtp:/, '');
  return each('ResolveNames', [wanted], () => {
    const found = exchange
      .mailboxes()
      .filter(({ address, name, aliases }) =>
        [address, ...aliases, name, ...name.split(/\s+/)].some((text) =>
          text.toLowerCase().startsWith(wanted),
        ),
      )
      .slice(0, MOST);
    if (found.length === 0)
      throw new EwsError('ErrorNameResolutionNoResults', 'No results were found.');
    const set = element(
      'm:ResolutionSet',
      { TotalItemsInView: String(found.length), IncludesLastItemInRange: 'true' },
      ...found.map(({ address, name }) =>
        element(
          't:Resolution',
          {},
          element(
            't:Mailbox',
            {},
            element('t:Name', {}, name),
            element('t:EmailAddress', {}, address),
            element('t:RoutingType', {}, 'SMTP'),
            element('t:MailboxType', {}, 'Mailbox'),
          ),
        ),
      ),
    );
    if (found.length === 1) return success('ResolveNames', set);
    return element(
      'm:ResolveNamesResponseMessage',
      { ResponseClass: 'Warning' },
      element('m:MessageText', {}, 'Multiple results were found.'),
      element('m:ResponseCode', {}, 'ErrorNameResolutionMultipleResults'),
      element('m:DescriptiveLinkKey', {}, '0'),
      set,
    );
  });
};
