// U+202A–202E and U+2066–2069 turn the reading direction (UAX #9); category Cc is line breaks and their kin.
const turning = /[\u202A-\u202E\u2066-\u2069]/g;
const breaking = /[\p{Cc}\u2028\u2029]+/gu;

/** Text from mail as one line to show: line breaks become spaces, marks that turn the reading direction go. */
export function plainText(text: string): string {
  return text.replaceAll(turning, '').replaceAll(breaking, ' ').trim();
}
