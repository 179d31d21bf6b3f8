import type { World } from '../compose/world.ts';

/** How a function ends: fields of `Office.SmartAlertsEventCompletedOptions`; empty for all but OnMessageSend. */
export type Completion = {
  readonly allowEvent?: boolean;
  readonly errorMessage?: string;
  readonly cancelLabel?: string;
  readonly commandId?: string;
  readonly contextData?: string;
  readonly sendModeOverride?: 'promptUser';
};

/** The event as office.js hands it over. */
export type CommandEvent = { completed(options?: Completion): void };

/**
 * Runs a function's work and completes its event exactly once: with what the work came to, or with `otherwise` where it
 * fails or takes longer than `withinMs`. So a fault of ours never keeps Outlook from going on.
 */
export async function completeOnce(
  event: CommandEvent,
  after: World['after'],
  withinMs: number,
  otherwise: Completion,
  work: () => Promise<Completion>,
): Promise<void> {
  let completed = false;
  const complete = (completion: Completion) => {
    if (completed) return;
    completed = true;
    callOff();
    event.completed(completion);
  };
  const callOff = after(withinMs, () => complete(otherwise));
  try {
    complete(await work());
  } catch {
    complete(otherwise);
  }
}
