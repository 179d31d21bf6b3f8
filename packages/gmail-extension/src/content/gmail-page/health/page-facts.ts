import type { RestingReason } from '@postrider/shared/application/panel/health';

/** What has been seen in one Gmail tab since it was loaded; counts of mails and windows, never what they hold. */
export type PageFacts = {
  /** `not-here`: a window of its own, where ours stands in for it. */
  readonly inboxSdk: 'loading' | 'loaded' | 'failed' | 'not-here';
  /** Whether our watcher of the sync traffic has been put in place. */
  readonly watcher: boolean;
  readonly windows: { readonly recognised: number; readonly unrecognised: number };
  /** Requests of the sync traffic that name a message. */
  readonly traffic: {
    readonly read: number;
    readonly unreadable: number;
    readonly answers: number;
  };
  readonly sends: {
    readonly byInboxSdk: number;
    readonly byTraffic: number;
    readonly byWindow: number;
  };
  /** How often the two named different messages for one mail. */
  readonly disagreements: number;
  /** Set while a mail of this tab cannot be followed, by what was seen last. */
  readonly fault: Extract<
    RestingReason,
    'compose-not-recognised' | 'send-not-seen' | 'sync-changed'
  > | null;
};

/** A tab of which nothing is known yet. */
export const nothingSeen: PageFacts = {
  inboxSdk: 'loading',
  watcher: false,
  windows: { recognised: 0, unrecognised: 0 },
  traffic: { read: 0, unreadable: 0, answers: 0 },
  sends: { byInboxSdk: 0, byTraffic: 0, byWindow: 0 },
  disagreements: 0,
  fault: null,
};
