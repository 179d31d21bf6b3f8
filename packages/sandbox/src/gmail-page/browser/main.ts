import { drawAccounts } from './account-menu.ts';
import { composeDesk } from './compose/compose-desk.ts';
import { find } from './dom.ts';
import { startMailView } from './mail-view.ts';
import { drawNavigation } from './navigation.ts';
import { facts } from './page-globals.ts';
import { startPopout } from './popout.ts';
import { drawSearch } from './search-box.ts';

if (facts.popout === null) startMailbox();
else void startPopout(facts.popout);

function startMailbox(): void {
  const desk = composeDesk({ changed: () => void mail.refresh() });
  const mail = startMailView(desk);
  drawNavigation(desk.composeNew);
  drawAccounts();
  drawSearch();
  find(document, '.gb_logo')?.addEventListener('click', () => void mail.refresh());
  void mail.show();
}
