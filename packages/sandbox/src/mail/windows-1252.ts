/** What windows-1252 has at 0x80 to 0x9F (WHATWG Encoding, index windows-1252); a blank where it has nothing of its own. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Text whose letters of windows-1252 were left as control characters: Node 20's TextDecoder reads it as latin1. */
export const withWindowsLetters = (text: string): string =>
  text.replaceAll(/[\u0080-\u009F]/g, (control) => {
    const letter = upper[control.charCodeAt(0) - 0x80];
    return letter === undefined || letter === ' ' ? control : letter;
  });

/** The names of the encoding that mail uses. In mail, as on the web, latin1 means windows-1252. */
export const isWindows1252 = (charset: string): boolean =>
  /^(?:windows-1252|cp1252|iso-8859-1|latin1|us-ascii)$/i.test(charset.trim());
