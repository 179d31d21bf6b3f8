/** The longest time for which Gmail's "Undo send" can be set, ms (Gmail settings: 5, 10, 20 or 30 seconds). */
const longestUndoMs = 30_000;

/** The rep's clock and Google's are not one; this much difference does no harm, ms. */
const clockMarginMs = 15_000;

/**
 * How long after its departure a mail in Sent may still be taken back, ms. Whether Gmail's API shows a mail in Sent
 * while Undo is open is not documented, so a mail counts as sent only when both answers would look the same.
 */
export const settleMs = longestUndoMs + clockMarginMs;
