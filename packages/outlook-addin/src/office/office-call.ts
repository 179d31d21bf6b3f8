/** What became of a call to Outlook. */
export type OfficeOutcome<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  /** Outlook said no; `code` as in Microsoft's list of Office.js errors, 0 = it named none. */
  | { readonly kind: 'refused'; readonly code: number }
  /** Nothing came back in time: it may have happened. */
  | { readonly kind: 'no-answer' }
  /** This Outlook does not know the call, or not here. */
  | { readonly kind: 'unsupported' };

/** Outlook's own calls end within a second; ones that reach the server take longer. */
const patienceMs = 15_000;

/**
 * Makes a call of Office.js a promise that always settles, within `timeoutMs`: some calls throw where they are missing,
 * and some are known never to call back (OfficeDev/office-js#6519, #4764).
 */
export function officeCall<Value>(
  start: (answer: (result: Office.AsyncResult<Value>) => void) => void,
  timeoutMs = patienceMs,
): Promise<OfficeOutcome<Value>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'no-answer' }), timeoutMs);
    const end = (outcome: OfficeOutcome<Value>) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    try {
      start((result) => end(outcomeOf(result)));
    } catch {
      end({ kind: 'unsupported' });
    }
  });
}

function outcomeOf<Value>(result: Office.AsyncResult<Value>): OfficeOutcome<Value> {
  // The enum is Outlook's own object at run time; its value is documented, and a runtime without it must not throw.
  return String(result.status) === 'succeeded'
    ? { kind: 'ok', value: result.value }
    : { kind: 'refused', code: result.error?.code ?? 0 };
}
