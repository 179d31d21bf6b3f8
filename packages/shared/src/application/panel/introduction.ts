import type { TestMailOutcome, TestMailWords } from '../send-test-mail/send-test-mail.ts';

/** What the panel asks around the feed: the first run, the test mail, and a report where Postrider rests. */
export type IntroductionBackend = {
  /** The first-run screens were gone through or skipped: they are never shown again in this browser. */
  endFirstRun(): Promise<void>;
  /** Sends the rep a mail to themselves, in these words; the feed shows what becomes of it. */
  sendTestMail(words: TestMailWords): Promise<TestMailOutcome>;
  /** What an admin needs to know where Postrider rests, as text without anything that stood in mail. */
  healthReport(): Promise<string>;
};
