import { element, find, onPress } from '../dom.ts';
import { showQuestion } from './show-question.ts';

const dayMs = 86_400_000;
const morningHour = 8;

/** Gives "More send options" its menu, with Gmail's Schedule send. `schedule` gets the time, epoch ms. */
export function addScheduleSend(root: HTMLElement, schedule: (at: number) => void): void {
  const item = find(root, '.SK .yr');
  const menu = item?.closest<HTMLElement>('.J-M');
  const button = find(root, '.aoO + div');
  if (item === null || !menu || button === null) return;
  onPress(button, () => {
    const open = menu.style.display === 'none';
    menu.style.display = open ? '' : 'none';
    button.setAttribute('aria-expanded', String(open));
  });
  onPress(item, () => {
    menu.style.display = 'none';
    ask(schedule);
  });
}

function ask(schedule: (at: number) => void): void {
  const time = element('input', {
    type: 'datetime-local',
    step: '1',
    'aria-label': 'Pick date & time',
  });
  const morning = new Date(Date.now() + dayMs).setHours(morningHour, 0, 0, 0);
  showQuestion(
    'Schedule send',
    [
      { label: 'Tomorrow morning', name: 'tomorrow', run: () => schedule(morning) },
      {
        label: 'Schedule send',
        name: 'schedule',
        run: () => {
          const at = new Date(time.value).getTime();
          if (at > Date.now()) schedule(at);
        },
      },
    ],
    time,
  );
}
