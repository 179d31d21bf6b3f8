import type { Plugin } from 'vite';

import { quiet } from './inboxsdk-replacements.ts';

const foreignFile = /@inboxsdk[\\/]core[\\/](inboxsdk\.js|pageWorld\.js)(?:\?|$)/;

/** What no built script may hold: the hosts InboxSDK reports to. Only public/rules/foreign-hosts.json names them. */
export const foreignHosts = /inboxsdk\.com|mailfoogae|pubsub\.googleapis/i;

/** Cuts out of InboxSDK what phones home, and fails the build if anything of it is left in a built script. */
export function quietInboxSdk(): Plugin {
  return {
    name: 'quiet-inboxsdk',
    enforce: 'pre',
    transform(code, id) {
      const file = foreignFile.exec(id)?.[1];
      if (file !== 'inboxsdk.js' && file !== 'pageWorld.js') return null;
      return { code: quiet(file, code), map: null };
    },
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (!output.fileName.endsWith('.js')) continue;
        const code = output.type === 'chunk' ? output.code : String(output.source);
        const found = foreignHosts.exec(code)?.[0];
        if (found !== undefined) this.error(`${output.fileName} still names ${found}.`);
      }
    },
  };
}
