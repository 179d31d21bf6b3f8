import type { DeliveryStatus, ToldNotice } from './deliveries.ts';
import { exchangePatience, type ExchangeBehaviour } from './exchange/behaviour.ts';
import type { ExchangeReason } from './exchange/exchange-notice.ts';
import type { Mail } from './letter.ts';
import type { Postman } from './postman.ts';

/** How a mail goes that cannot be delivered at once; times in ms from the sending. */
type LateCourse = {
  readonly because: string;
  readonly ends: 'failed' | 'delivered';
  readonly delayMs: number;
  readonly endMs: number;
  readonly tellDelay: (retryUntil: number) => Promise<ToldNotice>;
  readonly tellFailure: () => Promise<ToldNotice>;
};

/** What happens to mail later than at once: delays, and notices of an Exchange that has taken it. */
export type Courses = {
  late(mail: Mail, recipient: string, at: number, course: LateCourse): void;
  byExchange(mail: Mail, recipient: string, behaviour: ExchangeBehaviour, at: number): void;
};

/** Courses of mail in a post office that notes (`note`), waits (`step`) and delivers. */
export const createCourses = (office: {
  readonly postman: Postman;
  readonly note: (
    mail: Mail,
    recipient: string,
    status: DeliveryStatus,
    because: string,
    notice?: ToldNotice,
  ) => void;
  readonly step: (dueAt: number, recipient: string, run: (at: number) => Promise<void>) => void;
  readonly deliver: (mail: Mail, recipient: string, because: string) => void;
}): Courses => {
  const { postman, note, step, deliver } = office;

  const late: Courses['late'] = (mail, recipient, at, course) => {
    const { because, ends, delayMs, endMs, tellDelay, tellFailure } = course;
    const end = async (): Promise<void> => {
      if (ends === 'delivered') deliver(mail, recipient, because);
      else note(mail, recipient, 'bounced', because, await tellFailure());
    };
    step(at + delayMs, recipient, async (delayedAt) => {
      note(mail, recipient, 'delayed', because, await tellDelay(at + endMs));
      step(delayedAt + endMs - delayMs, recipient, end);
    });
  };

  const byExchange: Courses['byExchange'] = (mail, recipient, behaviour, at) => {
    const { kind, refusal, afterMs = 0 } = behaviour;
    const because = `${kind}: ${refusal}`;
    const tell = (reason: ExchangeReason, retryUntil = at): Promise<ToldNotice> =>
      postman.notifyByExchange({ behaviour, reason, mail, recipient, retryUntil });
    note(mail, recipient, 'accepted', because);
    if (refusal === 'delayed-then-failed' || refusal === 'delayed-then-delivered') {
      const { delayMs, endMs } = { ...exchangePatience[kind], ...behaviour };
      late(mail, recipient, at, {
        because,
        ends: refusal === 'delayed-then-failed' ? 'failed' : 'delivered',
        delayMs,
        endMs,
        tellDelay: (retryUntil) => tell('delayed', retryUntil),
        tellFailure: () => tell('expired'),
      });
      return;
    }
    step(at + afterMs, recipient, async () => {
      note(mail, recipient, 'bounced', because, await tell(refusal));
    });
  };

  return { late, byExchange };
};
