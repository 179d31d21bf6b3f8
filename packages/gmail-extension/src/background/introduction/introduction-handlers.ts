import type { PanelHandlers } from '../../bus/serve.ts';
import type { Core } from '../core.ts';
import { readTabHealth } from '../health/tab-health.ts';
import { endFirstRun } from './first-run.ts';

/** Answers what the panel asks around the feed: the first run, the test mail, the report for an admin. */
export function introductionHandlers(
  core: () => Promise<Core>,
): Pick<PanelHandlers, 'end-first-run' | 'send-test-mail' | 'health-report'> {
  return {
    async 'end-first-run'() {
      await endFirstRun();
      (await core()).changed();
      return null;
    },
    'send-test-mail': async (words) => (await core()).sendTestMail(words),
    async 'health-report'() {
      const { version, name } = chrome.runtime.getManifest();
      return [`${name} ${version}`, navigator.userAgent, ...(await readTabHealth()).reports].join(
        '\n\n',
      );
    },
  };
}
