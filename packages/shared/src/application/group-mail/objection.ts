import type { SendObstacle } from '../../domain/sending/send-guard.ts';
import { refuses } from '../../domain/sending/send-guard.ts';
import type { OutboxMail } from '../ports/outbox.ts';
import { type GuardParts, readGuardFor } from '../suppression/send-guard.ts';

/** Why a mail may not leave at the moment at which it would, in words; null = it may. */
export async function objectionTo(guard: GuardParts, mail: OutboxMail): Promise<string | null> {
  const found = await readGuardFor(guard, mail.mailbox, [mail.person.address]);
  const obstacle = found.map((one) => one.obstacle).find(refuses);
  return obstacle === undefined ? null : wordsOf(obstacle);
}

function wordsOf(obstacle: SendObstacle): string {
  if (obstacle.kind === 'blocked-domain') {
    return `Your company lets no mail leave to ${obstacle.domain}.`;
  }
  if (obstacle.kind === 'on-hold') return 'This address is on hold.';
  switch (obstacle.because) {
    case 'bounced':
      return 'This address is suppressed: mail to it bounced.';
    case 'complained':
      return 'This address is suppressed: somebody there complained about mail of yours.';
    case 'by-hand':
      return 'This address is on your list of suppressed addresses.';
  }
}
