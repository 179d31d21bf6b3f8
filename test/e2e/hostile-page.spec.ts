import { expect } from '@playwright/test';
import { sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';

import { test } from '../support/e2e.ts';
import { stripOf } from '../support/rep.ts';
import { lookLater, settledMs } from '../support/time-travel.ts';
import { feedOf, statusOf } from '../support/worker-words.ts';

const own = { account: 'ana@acme.example', draftKey: 'msg-a:r424242424242424242' };

test('a page that speaks our protocol gets nothing, and makes no event', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);

  const heard = await gmail.evaluate(
    async ({ account, draftKey, id }) => {
      const got: unknown[] = [];
      const note = (what: unknown) => got.push(what);
      // Words of the bus, by every road that a page has.
      const words = [
        { postrider: 1, kind: 'status', request: {} },
        { postrider: 1, kind: 'compose-leaving', request: { account, draftKey } },
        { postrider: 1, kind: 'unsuppress', request: { account, addresses: ['a@b.example'] } },
        { postrider: 1, kind: 'connect-as', request: { account, replacing: account } },
        { postrider: 1, kind: 'group-start', request: { source: 'r-1', list: { text: account } } },
        { postrider: 1, kind: 'queue-resume', request: { group: 'all' } },
        { postrider: 1, kind: 'changed' },
      ];
      addEventListener('message', ({ data, ports }) => {
        if (data?.from !== 'test') note({ data, ports: ports.length });
      });
      for (const word of words) {
        postMessage(word, '*');
        for (const name of ['postrider', 'postrider:port', 'message']) {
          document.dispatchEvent(new CustomEvent(name, { detail: word }));
          dispatchEvent(new CustomEvent(name, { detail: word }));
        }
      }
      const extensions: object = Reflect.get(window, 'chrome') ?? {};
      note(typeof Reflect.get(extensions, 'runtime'));

      // A port of its own, as the ear hands one over: the watcher took the first one and no other.
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', ({ data }) => note({ watcher: data }));
      channel.port1.start();
      document.dispatchEvent(new MessageEvent('postrider:port', { ports: [channel.port2] }));
      // Words of the watcher, as if mail had left.
      channel.port1.postMessage({
        number: 1,
        path: '/sync/u/0/i/s',
        account,
        request: '[]',
        answer: null,
      });

      // The port of the ear, where it is kept in the other world.
      note(Reflect.get(window, 'postriderTrafficPort') ?? null);
      // Marks in the page that our script looks for.
      const mark = document.createElement('div');
      mark.dataset['postriderStrip'] = '';
      mark.dataset['postriderResting'] = 'chrome-extension://' + id;
      document.body.append(mark);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return got;
    },
    { ...own, id: rep.extensionId },
  );
  const foreign = heard.filter((one) => JSON.stringify(one).includes('watcher'));
  expect(foreign).toEqual([]);
  expect(heard).toContain('undefined');
  expect(heard).toContain(null);
  expect((await statusOf(panel)).leaving).toEqual([]);

  // A real mail is followed as ever, once.
  await writeMail(compose, { to: ['kim@globex.example'], subject: 'Pricing', body: 'Hello' });
  await sendMail(compose);
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toHaveLength(1);
  expect(sandbox.google.accounts.get(own.account)?.messages('SENT')).toHaveLength(1);
});

test('traffic that the page makes up makes no event: only Sent is believed', async ({ rep }) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  await rep.compose(gmail);
  await gmail.evaluate(async ({ account, draftKey }) => {
    const message = Array.from({ length: 52 }, (): unknown => null);
    Object.assign(message, {
      0: draftKey,
      1: [1, account],
      2: [[1, 'kim@globex.example']],
      7: 'Never sent',
      8: [null, [[0, 'Hello']]],
      10: ['^all', '^pfg'],
    });
    const body = [
      [null, null, 2],
      [[[1, ['thread-a:r1', [null, null, [['', null, 1, 'thread-a:r1', [message]]]]]]]],
    ];
    // An address nobody answers: the watcher sees the request all the same.
    await fetch('/sync/u/0/i/made-up', { method: 'POST', body: JSON.stringify(body) }).catch(
      () => null,
    );
    await fetch('/sync/u/9/i/s', { method: 'POST', body: JSON.stringify(body) }).catch(() => null);
  }, own);
  await lookLater(panel, settledMs);
  expect(await feedOf(panel)).toEqual([]);
});

test('the strip is no door: what the page dispatches into it presses nothing that matters', async ({
  rep,
}) => {
  await rep.connect();
  const gmail = await rep.openGmail();
  const strip = stripOf(await rep.compose(gmail));
  await gmail.evaluate(() => {
    const host = document.querySelector('[data-postrider-strip]');
    for (const button of host?.shadowRoot?.querySelectorAll('button') ?? []) {
      button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }
  });
  await expect(strip.getByRole('switch')).toBeChecked();
});
