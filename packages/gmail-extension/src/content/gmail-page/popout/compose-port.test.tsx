import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';

import type { ComposeWindow } from '../compose-port.ts';
import { popOutComposePort } from './compose-port.ts';

let life: AbortController;
let gmailHeard: string[];

beforeEach(() => {
  life = new AbortController();
  gmailHeard = [];
});

afterEach(() => {
  life.abort();
  document.body.replaceChildren();
});

const chip = (address: string) =>
  `<div role="option" data-hovercard-id="${address}">${address}<span role="button">×</span></div>`;

/** A form with what the port rests on, and a Gmail that listens where it likes. */
function drawForm(without = ''): HTMLElement {
  const form = document.createElement('div');
  form.setAttribute('role', 'dialog');
  form.innerHTML = `
    <input name="draft" value="#msg-a:r1"><input name="from" value="Ana@acme.example">
    <div class="anm" name="to"><div role="listbox">${chip('Kim@globex.example')}</div><input role="combobox"></div>
    <input name="subjectbox" value="Pricing">
    <div class="IZ"><div class="Up"><div><div role="button" class="send">Send</div>
      <div role="button" class="hG">More</div></div></div></div>
    <div selector="scheduledSend">Schedule send</div>`.replace(without, '');
  for (const button of form.querySelectorAll('[data-hovercard-id] [role="button"]')) {
    button.addEventListener('click', () => button.parentElement?.remove());
  }
  for (const type of ['click', 'keydown'] as const) {
    form.addEventListener(type, (event) => gmailHeard.push(event.type), { capture: true });
  }
  document.body.append(form);
  return form;
}

async function windows(): Promise<ComposeWindow[]> {
  const found: ComposeWindow[] = [];
  const port = await popOutComposePort(() => 'ana@acme.example', life.signal);
  port.onWindow((compose) => found.push(compose));
  return found;
}

it('reads the draft, the sender, and everybody it goes to, who is still being typed included', async () => {
  const form = drawForm();
  const [compose] = await windows();
  const typed = form.querySelector<HTMLInputElement>('input[role="combobox"]');
  if (typed) typed.value = '"Lou Park" <LOU@globex.example>, dana@initech.example';
  expect(compose?.draftKey()).toBe('msg-a:r1');
  expect(compose?.from()).toBe('ana@acme.example');
  expect(compose?.subject()).toBe('Pricing');
  expect(compose?.recipients()).toEqual([
    'kim@globex.example',
    'lou@globex.example',
    'dana@initech.example',
  ]);
});

it.each(['Send', 'Schedule send'])(
  'keeps a press of %s from Gmail, and only where it is told to',
  async (name) => {
    const form = drawForm();
    const [compose] = await windows();
    let refuses = true;
    compose?.listen({ presending: (cancel) => (refuses ? cancel() : undefined) });
    const button = [...form.querySelectorAll('div')].findLast(
      ({ textContent }) => textContent === name,
    );
    if (button) await userEvent.click(button);
    expect(gmailHeard).toEqual([]);
    refuses = false;
    if (button) await userEvent.click(button);
    expect(gmailHeard).toEqual(['click']);
  },
);

it('keeps Ctrl+Enter from Gmail, and no other key', async () => {
  const form = drawForm();
  const [compose] = await windows();
  compose?.listen({ presending: (cancel) => cancel() });
  form.querySelector<HTMLElement>('input[name="subjectbox"]')?.focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(gmailHeard).toEqual(['keydown']);
  await userEvent.keyboard('x{Enter}');
  expect(gmailHeard).toEqual(['keydown', 'keydown', 'keydown']);
});

it('takes a recipient out, and says so where the chip has no cross', async () => {
  const form = drawForm();
  const [compose] = await windows();
  expect(compose?.removeRecipients(['kim@globex.example'])).toBe(true);
  expect(compose?.recipients()).toEqual([]);
  form
    .querySelector('[role="listbox"]')
    ?.insertAdjacentHTML('beforeend', chip('lou@globex.example'));
  expect(compose?.removeRecipients(['lou@globex.example'])).toBe(false);
});

it('tells of what changes in a window, and of one that is gone', async () => {
  const form = drawForm();
  const [compose] = await windows();
  const heard: string[] = [];
  compose?.listen({
    changed: () => heard.push('changed'),
    draftNamed: (key) => heard.push(key),
    closed: () => heard.push('closed'),
  });
  form
    .querySelector('[role="listbox"]')
    ?.insertAdjacentHTML('beforeend', chip('lou@globex.example'));
  await vi.waitFor(() => expect(heard).toEqual(['changed']));
  form.remove();
  await vi.waitFor(() => expect(heard).toEqual(['changed', 'closed']));
});

it('leaves a window alone that lacks what a refusal rests on, until it has it', async () => {
  drawForm('role="listbox"');
  const found = await windows();
  expect(found).toEqual([]);
  document.querySelector('.anm > div')?.setAttribute('role', 'listbox');
  document.body.append('');
  await vi.waitFor(() => expect(found).toHaveLength(1));
});
