import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';

import { axeFindings } from '../../../../../../test/support/look-at-page.ts';
import { type StripState, stripView } from './strip-view.ts';
import { createStrip } from './strip.ts';

afterEach(() => document.body.replaceChildren());

const usual: StripState = {
  answer: null,
  follow: true,
  delegated: false,
  kind: 'usual',
  from: null,
  refused: [],
  doubtful: [],
  stuck: false,
  account: 'ben@acme.example',
  question: { kind: 'none' },
  now: 0,
};

function mounted(background = '#fff') {
  const said: unknown[] = [];
  const strip = createStrip({
    onSwitch: (follow) => said.push(follow),
    onAction: (action) => said.push(action),
  });
  const home = document.createElement('main');
  home.style.background = background;
  home.append(strip.element);
  document.body.append(home);
  return { strip, said, root: strip.element.shadowRoot };
}

it('is a switch that the keyboard works, and keeps its keys from Gmail', async () => {
  const { strip, said, root } = mounted();
  strip.show(stripView(usual));
  const keys: string[] = [];
  const heard = (event: KeyboardEvent) => keys.push(event.key);
  document.addEventListener('keydown', heard);
  await userEvent.keyboard('{Tab}');
  expect(root?.activeElement?.getAttribute('role')).toBe('switch');
  expect(root?.activeElement?.getAttribute('aria-checked')).toBe('true');
  keys.length = 0;
  await userEvent.keyboard(' ');
  await userEvent.keyboard('{Enter}');
  document.removeEventListener('keydown', heard);
  expect(said).toEqual([false, false]);
  expect(keys).toEqual([]);
});

it('shows one line with one button where there is nothing to switch', async () => {
  const { strip, said, root } = mounted();
  strip.show(stripView({ ...usual, answer: { kind: 'outdated' } }));
  const shown = [...(root?.querySelectorAll('button') ?? [])].filter((button) => !button.hidden);
  expect(shown.map((button) => button.textContent)).toEqual(['Reload']);
  const [button] = shown;
  button?.click();
  expect(said).toEqual([]);
  if (button) await userEvent.click(button);
  expect(said).toEqual(['reload']);
});

it.each([
  ['#fff', 'light'],
  ['rgb(32, 33, 36)', 'dark'],
])('on %s it is %s', (background, theme) => {
  const { strip } = mounted(background);
  strip.show(stripView(usual));
  expect(strip.element.dataset['theme']).toBe(theme);
});

it('shows text as text, whatever an address holds', () => {
  const { strip, root } = mounted();
  const standing = {
    kind: 'other-account',
    connected: '<img src=x onerror=alert(1)>',
    mayConnect: false,
  } as const;
  const value = { standing, follow: true, budget: null, ownServerAliases: [] };
  strip.show(stripView({ ...usual, answer: { kind: 'ok', value } }));
  expect(root?.querySelector('img')).toBeNull();
  expect(root?.querySelector('[role=status]')?.textContent).toContain('<img src=x');
});

it('says at once why a mail was not sent, and the keyboard reaches the way out', async () => {
  const { strip, said, root } = mounted();
  strip.show(stripView(usual));
  const obstacle = { kind: 'blocked-domain', domain: 'rival.example' } as const;
  strip.show(stripView({ ...usual, refused: [{ address: 'max@rival.example', obstacle }] }));
  strip.focusAction();
  expect(root?.querySelector('[role=alert]')?.textContent).toContain('max@rival.example');
  expect(root?.activeElement?.textContent).toBe('Remove');
  await userEvent.keyboard('{Enter}');
  expect(said).toEqual(['remove']);
  strip.show(stripView(usual));
  expect(root?.querySelector('[role=alert]')?.textContent).toBe('');
  expect(root?.querySelectorAll('.action')).toHaveLength(0);
});

const other = { kind: 'other-account', connected: 'ana@acme.example', mayConnect: true } as const;
const answer = {
  kind: 'ok',
  value: { standing: other, follow: true, budget: null, ownServerAliases: [] },
} as const;
const suppressed = {
  address: 'jo@globex.example',
  obstacle: { kind: 'suppressed', because: 'bounced', by: 'product', since: 0, why: '' },
} as const;

it.each([
  ['the switch', {}],
  ['an offer', { answer }],
  ['a question', { answer, question: { kind: 'switch' } }],
  ['a refusal', { refused: [suppressed] }],
  ['a field', { refused: [suppressed], question: { kind: 'why-anyway' } }],
] as const)('axe finds nothing in %s, light and dark', async (_, change) => {
  for (const background of ['#fff', 'rgb(32, 33, 36)']) {
    const { strip } = mounted(background);
    strip.show(stripView({ ...usual, ...change }));
    expect(await axeFindings()).toEqual([]);
    document.body.replaceChildren();
  }
});

it('takes a few words, keeps its keys from Gmail, and hands the words over by Enter', async () => {
  const said: unknown[] = [];
  const keys: string[] = [];
  const heard = (event: KeyboardEvent) => keys.push(event.key);
  document.addEventListener('keydown', heard);
  const asking = createStrip({
    onSwitch: () => undefined,
    onAction: (...words) => said.push(words),
  });
  document.body.append(asking.element);
  asking.show(stripView({ ...usual, refused: [suppressed], question: { kind: 'why-anyway' } }));
  asking.focusAction();
  await userEvent.keyboard('c{Control>}{Enter}{/Control}');
  document.removeEventListener('keydown', heard);
  expect(keys).toEqual([]);
  expect(said).toEqual([['send-anyway', 'c']]);
});

it('never makes its window wider, and its ways out stay inside', () => {
  const { strip, root } = mounted();
  const home = strip.element.parentElement;
  if (home) home.style.cssText = 'display: inline-block; min-width: 320px; max-width: 700px';
  const obstacle = {
    kind: 'suppressed',
    because: 'by-hand',
    by: 'person',
    since: 0,
    why: '',
  } as const;
  const address = 'somebody.with.a.long.name@and-a-long-domain.example';
  strip.show(stripView({ ...usual, refused: [{ address, obstacle }] }));
  expect(home?.offsetWidth).toBe(320);
  const right = home?.getBoundingClientRect().right ?? 0;
  for (const button of root?.querySelectorAll('.action') ?? []) {
    expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(right);
  }
});
