/**
 * How one mail server is put up. Its configuration is what lies in `root/<name>`, laid over the file tree as it is.
 * Commands are run with that tree as their root.
 * @typedef {object} Mta
 * @property {string} name also its folder's, and the beginning of its notices' file names
 * @property {string} debianPackage
 * @property {readonly Account[]} accounts
 * @property {readonly (readonly string[])[]} prepare commands run once as root, to their end
 * @property {readonly string[]} serve stays in the foreground
 * @property {string | null} runAs the account it is started as; null where the program demands root
 * @property {readonly string[]} [pushQueue] run now and then, where the program cannot retry within seconds by itself
 * @property {string} [log] a file worth reading when it does not work
 */

/** @typedef {{ name: string, id: number, home?: string }} Account a user with a group of the same name and number */

import { exim } from './exim.mjs';
import { opensmtpd } from './opensmtpd.mjs';
import { postfix } from './postfix.mjs';
import { sendmail } from './sendmail.mjs';

/** All that are captured. @type {readonly Mta[]} */
export const mtas = [postfix, exim, opensmtpd, sendmail];
