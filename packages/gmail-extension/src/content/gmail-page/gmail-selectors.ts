/** Where Gmail keeps the draft's own name inside a compose window: `#msg-a:r…`; exactly one in each. */
export const draftInput = 'input[name="draft"]';

/** Gmail's compose windows and inline replies, by what has been stable since 2020; one match per window. */
export const composeRoot = '[role="dialog"]:has([g_editable="true"]), [data-compose-id]';
