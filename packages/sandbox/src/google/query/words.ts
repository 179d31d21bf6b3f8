const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Gmail looks for whole words in a row: "mailer-daemon" is in "mailer-daemon@x", "mail" is not. */
export const holdsWords = (text: string, wanted: string): boolean => {
  const row = wordsOf(wanted);
  const words = wordsOf(text);
  if (row.length === 0) return true;
  return words.some((_word, start) => row.every((word, index) => words[start + index] === word));
};
