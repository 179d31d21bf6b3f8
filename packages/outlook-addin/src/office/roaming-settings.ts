import { type OfficeOutcome, officeCall } from './office-call.ts';

/** A value of the add-in's roaming settings in the open mailbox, whatever stands there. */
export function roamingSetting(key: string): unknown {
  return Office.context.roamingSettings.get(key);
}

/** Keeps one value of the roaming settings in the mailbox; all of them together hold 32 KB. */
export function saveRoamingSetting(key: string, value: string): Promise<OfficeOutcome<void>> {
  return officeCall((answer) => {
    Office.context.roamingSettings.set(key, value);
    Office.context.roamingSettings.saveAsync(answer);
  });
}
