/** What one mailbox may send; may be changed while it runs. Infinity = no limit. */
export type ExchangeLimits = {
  /** `x.min`: above it mail is queued and leaves over the following minutes. */
  messagesPerMinute: number;
  /** `x.rcpt`: recipients in the last 24 hours; above it mail is refused. */
  recipientsPerDay: number;
  /** `x.msg`: recipients of one message. */
  recipientsPerMessage: number;
};

/** Microsoft's numbers (Exchange Online limits, "Sending limits"). */
export const onlineLimits: Readonly<ExchangeLimits> = {
  messagesPerMinute: 30,
  recipientsPerDay: 10_000,
  recipientsPerMessage: 500,
};

/** A server has none over EWS but that of a message (Set-TransportConfig). */
export const serverLimits: Readonly<ExchangeLimits> = {
  messagesPerMinute: Infinity,
  recipientsPerDay: Infinity,
  recipientsPerMessage: 500,
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What one mailbox has sent, and the turns it has given to what waits. Times are epoch ms. */
export type Meter = {
  /** The earliest time at which one more message may leave; it is taken by asking. */
  takeTurn(now: number): number;
  /** Gives a turn back that will not be used. */
  returnTurn(at: number): void;
  /** May these recipients still have mail within the day? */
  hasRoomFor(recipients: number, now: number): boolean;
  count(recipients: number, now: number): void;
};

/** An unused meter. */
export const createMeter = (limits: ExchangeLimits): Meter => {
  let turns: number[] = [];
  let spent: { readonly at: number; readonly recipients: number }[] = [];
  return {
    takeTurn: (now) => {
      turns = turns.filter((at) => at > now - MINUTE_MS);
      const oldest = turns.at(-limits.messagesPerMinute);
      const full = turns.length >= limits.messagesPerMinute && oldest !== undefined;
      // First come, first served: nobody overtakes what is queued.
      const at = Math.max(now, turns.at(-1) ?? now, full ? oldest + MINUTE_MS : now);
      turns.push(at);
      return at;
    },
    returnTurn: (at) => {
      const index = turns.lastIndexOf(at);
      if (index >= 0) turns.splice(index, 1);
    },
    hasRoomFor: (recipients, now) => {
      spent = spent.filter(({ at }) => at > now - DAY_MS);
      const used = spent.reduce((sum, entry) => sum + entry.recipients, 0);
      return used + recipients <= limits.recipientsPerDay;
    },
    count: (recipients, now) => {
      spent.push({ at: now, recipients });
    },
  };
};
