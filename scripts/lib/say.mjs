/**
 * Tells the person at the terminal what is going on. Always on stderr: stdout belongs to results.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Ends the program with a sentence that tells what to do.
 * @param {string} sentence
 * @returns {never}
 */
export function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}
