/** One cut into InboxSDK's published code. */
export type Replacement = {
  /** What is cut, for the build's error when a new release no longer holds it. */
  readonly name: string;
  readonly file: 'inboxsdk.js' | 'pageWorld.js';
  /** Global: every match is replaced, and there must be at least one. */
  readonly pattern: RegExp;
  readonly text: string;
};

/**
 * Everything in @inboxsdk/core 2.2.26 that talks to its maker's hosts or names them. The options
 * `eventTracking: false` and `globalErrorLogging: false` do not stop these calls, so the code itself goes.
 */
export const replacements: readonly Replacement[] = [
  {
    name: 'error reports with stacks and a hash of the address',
    file: 'inboxsdk.js',
    pattern:
      /\(0,ajax\/\* default \*\/\.A\)\(\{\s*url: 'https:\/\/api\.inboxsdk\.com\/api\/v2\/errors',[\s\S]*?data: JSON\.stringify\(report\)\s*\}\)\.catch\(err2 => \{[\s\S]*?\}\);/g,
    text: 'void report;',
  },
  {
    name: "events kept for upload in Gmail's localStorage",
    file: 'inboxsdk.js',
    pattern: /_trackedEventsQueue\.add\(event\);/g,
    text: '',
  },
  {
    name: 'token for the event upload',
    file: 'inboxsdk.js',
    pattern:
      /async function retrieveNewEventsAccessToken\(\) \{[\s\S]*?\n\}\n(?=async function getEventsAccessToken)/g,
    text: 'async function retrieveNewEventsAccessToken() { throw new Error("removed"); }\n',
  },
  {
    name: 'event upload',
    file: 'inboxsdk.js',
    pattern:
      /if \(_extensionIsLoggerMaster && typeof document !== 'undefined'[\s\S]*?type: 'Failed to log events'\s*\}\);\s*\}\);\s*\}\);\s*\}\n/g,
    text: '',
  },
  {
    name: 'link to register an app',
    file: 'inboxsdk.js',
    pattern: /<a class="inboxsdk__appid_register"[^\n]*<\/a>/g,
    text: '',
  },
  {
    name: 'help links of the router errors',
    file: 'inboxsdk.js',
    pattern: /\(https:\/\/www\.inboxsdk\.com\/docs\/#Router\)/g,
    text: '',
  },
  {
    name: 'help link of the app id error',
    file: 'inboxsdk.js',
    pattern: /https:\/\/www\.inboxsdk\.com\/docs\/#RequiredSetup/g,
    text: 'the InboxSDK documentation',
  },
  {
    name: 'images of gstatic.com in the style sheets',
    file: 'inboxsdk.js',
    pattern: /url\(https:\/\/(?:www|ssl)\.gstatic\.com\/[^)]*\)/g,
    text: 'none',
  },
  {
    name: 'source maps inside the style sheets',
    file: 'inboxsdk.js',
    pattern: /, "",\{"version":3,[^\n]*\}\]\);$/gm,
    text: ', ""]);',
  },
  {
    name: 'home page in the banner',
    file: 'inboxsdk.js',
    pattern: /https:\/\/www\.inboxsdk\.com\/(?:terms)?\n/g,
    text: 'InboxSDK/InboxSDK on GitHub, MIT or Apache-2.0\n',
  },
  {
    name: 'home page in the banner',
    file: 'pageWorld.js',
    pattern: /https:\/\/www\.inboxsdk\.com\/(?:terms)?\n/g,
    text: 'InboxSDK/InboxSDK on GitHub, MIT or Apache-2.0\n',
  },
];

/** The code of one InboxSDK file with all its replacements done; throws where one matches nothing. */
export function quiet(file: Replacement['file'], code: string): string {
  let result = code;
  for (const { name, pattern, text } of replacements.filter((each) => each.file === file)) {
    const next = result.replace(pattern, () => text);
    if (next === result) {
      throw new Error(
        `InboxSDK changed: "${name}" matches nothing in ${file}. Read the new release and mend build/inboxsdk-replacements.ts.`,
      );
    }
    result = next;
  }
  return result;
}
