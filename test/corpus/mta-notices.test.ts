import { readdirSync, readFileSync } from 'node:fs';

import { readNotice } from '@postrider/shared/domain/bounce/detect';
import type { Notice } from '@postrider/shared/domain/bounce/notice';
import { expect, it } from 'vitest';

type ExpectedRecipient = Pick<
  Notice['recipients'][number],
  'address' | 'action' | 'status' | 'replyCode' | 'category' | 'hard'
>;

type ExpectedNotice = {
  readonly kind: Notice['kind'];
  readonly messageId: string | null;
  readonly recipients: readonly ExpectedRecipient[];
};

const folder = new URL('../fixtures/mta-notices/', import.meta.url);
const expected: Readonly<Record<string, ExpectedNotice>> = JSON.parse(
  readFileSync(new URL('expected.json', folder), 'utf8'),
);
const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
const raw = (file: string) => readFileSync(new URL(file, folder), 'latin1');

it('expects something of every captured notice, and of nothing else', () => {
  expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
});

it('holds no name but those set aside for documentation (RFC 2606)', () => {
  const names = /(?:@|\bdns;\s*|\bby |\bfrom )([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;
  const outside = files.flatMap((file) =>
    [...raw(file).matchAll(names)]
      .map((found) => `${file}: ${found[1] ?? ''}`)
      .filter((name) => !/\.(?:example|invalid)$/i.test(name)),
  );
  expect(outside).toEqual([]);
});

it.each(Object.entries(expected))('reads %s', (file, wanted) => {
  for (const lineEnd of ['\n', '\r\n']) {
    const text = raw(file).replaceAll('\r\n', '\n').replaceAll('\n', lineEnd);
    expect(inShort(readNotice(Buffer.from(text, 'latin1')))).toEqual(byAddress(wanted));
  }
});

function inShort({ kind, messageId, recipients }: Notice): ExpectedNotice {
  return byAddress({
    kind,
    messageId,
    recipients: recipients.map(({ address, action, status, replyCode, category, hard }) => ({
      address,
      action,
      status,
      replyCode,
      category,
      hard,
    })),
  });
}

/** Servers list recipients in the order of their queue, which means nothing. */
function byAddress(notice: ExpectedNotice): ExpectedNotice {
  return {
    ...notice,
    recipients: notice.recipients.toSorted((a, b) => (a.address < b.address ? -1 : 1)),
  };
}
