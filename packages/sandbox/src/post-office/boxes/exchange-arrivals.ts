/** What could not be confirmed about how Exchange files what arrives; may be changed at any time. */
export type ExchangeArrivals = {
  /** Whether a report that came from outside becomes an item of its own class ([MS-OXCMAIL] section 2.2.3, [doubt] for every shape). */
  reportsFromOutside: 'report class' | 'plain note';
};
