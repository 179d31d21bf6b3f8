import { usePanelState } from '../store/panel-context.tsx';
import { BudgetPage } from './budget-page.tsx';
import { ReportPage } from './report-page.tsx';
import { SuppressedPage } from './suppressed-page.tsx';
import { UnmatchedPage } from './unmatched-page.tsx';

/** The page that lies over the feed, or nothing. */
export function Pages() {
  const page = usePanelState((state) => state.page);
  switch (page) {
    case null:
      return null;
    case 'budget':
      return <BudgetPage />;
    case 'suppressed':
      return <SuppressedPage />;
    case 'unmatched':
      return <UnmatchedPage />;
    case 'report':
      return <ReportPage />;
  }
}
