import type { BrowserContext } from 'playwright';

import { gmailByHand } from './gmail/by-hand.ts';
import { setStage as setGmail } from './gmail/stage.ts';
import { story as gmailStory } from './gmail/story.ts';
import { outlookByHand } from './outlook/by-hand.ts';
import { setStage as setOutlook } from './outlook/stage.ts';
import { story as outlookStory } from './outlook/story.ts';
import type { Places } from './places.ts';
import type { Step } from './step.ts';

/** One of the plugins on the sandbox, ready to be played with. */
export type Opened = {
  readonly context: BrowserContext;
  /** The demo's steps, in order. */
  readonly steps: readonly Step[];
  /** What a person in front of it can try. */
  readonly byHand: string;
  close(): Promise<void>;
};

/** The plugins that can be shown. */
export const shows = ['gmail', 'outlook'] as const;

/** One of them. */
export type ShowName = (typeof shows)[number];

/** Starts a sandbox and opens a browser on it with one of the plugins. */
export async function open(name: ShowName, places: Places, headless: boolean): Promise<Opened> {
  switch (name) {
    case 'gmail': {
      const stage = await setGmail(places, headless);
      const { context, close } = stage;
      return { context, steps: gmailStory(stage), byHand: gmailByHand(stage), close };
    }
    case 'outlook': {
      const stage = await setOutlook(places, headless);
      const { context, close } = stage;
      return { context, steps: outlookStory(stage), byHand: outlookByHand(), close };
    }
  }
}
