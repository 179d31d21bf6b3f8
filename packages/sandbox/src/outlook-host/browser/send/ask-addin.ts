import type { SendMode } from '../../manifest/addin-manifest.ts';
import { atLeast } from '../../manifest/versions.ts';
import { after } from '../dom.ts';
import { facts } from '../facts.ts';
import type { Completion } from '../office/commands.ts';
import { launch } from '../office/launch.ts';
import type { Running } from '../office/launch.ts';
import type { ComposeItem } from '../open-item.ts';
import { showAlert } from './smart-alert.ts';

/** What the handler of OnMessageSend, or the rep in its place, has decided. */
export type SendDecision =
  | { readonly kind: 'send'; readonly alerted: boolean }
  /** The mail stays; `commandId` names a button of the add-in to press now (Mailbox 1.14). */
  | { readonly kind: 'stay'; readonly commandId: string | null };

const stay: SendDecision = { kind: 'stay', commandId: null };
const anyway: SendDecision = { kind: 'send', alerted: true };

/** Runs the handler of OnMessageSend and asks the rep where it says no, fails or takes long. */
export async function askAddin(item: ComposeItem): Promise<SendDecision> {
  const name = facts.addin?.name ?? 'The add-in';
  const event = facts.addin?.launchEvents.find(({ type }) => type === 'OnMessageSend');
  const running = launch('OnMessageSend', item);
  if (running === null || event === undefined) return { kind: 'send', alerted: false };
  const { sendMode } = event;
  item.contextData = null;
  const abandoned = new Promise<"don't send">((resolve) => {
    item.abandonSend = () => {
      running.stop();
      resolve("don't send");
    };
  });
  const completion = await Promise.race([waitFor(running, name, sendMode), abandoned]);
  item.abandonSend = null;
  if (completion === 'send anyway') return anyway;
  if (completion === "don't send") return stay;
  switch (completion.kind) {
    case 'completed':
      return completion.options['allowEvent'] === false
        ? denied(item, completion.options, sendMode, name)
        : { kind: 'send', alerted: false };
    case 'timed out': {
      const text = `${name} took too long. Try to send again.`;
      return ask(text, sendMode === 'PromptUser' ? ['Send Anyway', "Don't Send"] : ["Don't Send"]);
    }
    case 'not loaded':
    case 'unknown function': {
      const text = `${name} is unavailable and could not check your message.`;
      return ask(text, sendMode === 'Block' ? ["Don't Send"] : ['Send Anyway', 'Try Later']);
    }
  }
}

async function waitFor(
  running: Running,
  name: string,
  sendMode: SendMode,
): Promise<Completion | 'send anyway' | "don't send"> {
  const slow = await Promise.race([
    running.done.then(() => false),
    after(facts.settings.warnAfterMs).then(() => true),
  ]);
  if (!slow) return running.done;
  const choices = sendMode === 'PromptUser' ? ['Send Anyway', "Don't Send"] : ["Don't Send"];
  const alert = showAlert(`${name} is taking longer than expected to check your message.`, choices);
  const answer = await Promise.race([running.done, alert.answer]);
  alert.close();
  if (typeof answer !== 'string') return answer;
  running.stop();
  return answer === 'Send Anyway' ? 'send anyway' : "don't send";
}

async function denied(
  item: ComposeItem,
  options: Readonly<Record<string, unknown>>,
  sendMode: SendMode,
  name: string,
): Promise<SendDecision> {
  const newer = atLeast(facts.client.mailboxSet, '1.14');
  const prompts =
    newer && 'sendModeOverride' in options
      ? String(options['sendModeOverride']).toLowerCase() === 'promptuser'
      : sendMode === 'PromptUser';
  const cancelLabel = (newer ? textOf(options['cancelLabel']) : undefined) ?? "Don't Send";
  const given = textOf(options['errorMessage']) ?? `${name} does not let this message leave.`;
  const alert = showAlert(given.slice(0, 500), [...(prompts ? ['Send Anyway'] : []), cancelLabel]);
  if ((await alert.answer) === 'Send Anyway') return anyway;
  if (!newer) return stay;
  item.contextData = textOf(options['contextData']) ?? null;
  return { kind: 'stay', commandId: textOf(options['commandId']) ?? null };
}

async function ask(text: string, choices: readonly string[]): Promise<SendDecision> {
  return (await showAlert(text, choices).answer) === 'Send Anyway' ? anyway : stay;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
