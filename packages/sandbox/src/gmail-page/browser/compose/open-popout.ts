import { facts } from '../page-globals.ts';

/**
 * Opens a window of its own for a draft; the function that it gives shows the draft there, once it
 * is saved. The address is the one of Gmail's windows since 2021 (…/popout?), at which InboxSDK
 * 2.2.26 refuses to load; that `type` names the draft is assumed.
 */
export function openPopout(key: string): () => void {
  const opened = window.open('', '_blank', 'popup,width=760,height=640');
  const search = new URLSearchParams({
    ver: 'sandbox',
    search: 'drafts',
    type: `#${key}`,
    cvid: '1',
  });
  return () => {
    if (opened !== null) opened.location.href = `/mail/${facts.path}/popout?${search}`;
  };
}
