import { useEffect } from 'react';

import { isOutlookDark, onThemeChanged } from '../office/theme.ts';

/** Shows the page light or dark as Outlook is, where Outlook says it; else as the browser wants. */
export function useOutlookTheme(): void {
  useEffect(() => {
    const follow = () => {
      const dark = isOutlookDark();
      if (dark === null) delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    };
    follow();
    onThemeChanged(follow);
  }, []);
}
