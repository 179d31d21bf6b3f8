import { after } from './office-world.ts';

/** The module of the pane's core that looks once; it stands beside commands.html. */
const script = 'look-once.js';

/** A look is given so long before the event ends; OnNewMessageCompose keeps nobody waiting. */
const lookMs = 20_000;

/**
 * Looks into the mailbox while the event runs, where there is a page to do it in (Outlook on the web, new Outlook, Mac);
 * in classic Outlook's runtime never. It asks for no consent: where a token cannot be had in silence, nothing happens.
 */
export function lookOnce(): Promise<void> {
  if (typeof document === 'undefined') return Promise.resolve();
  return new Promise((resolve) => {
    const callOff = after(lookMs, resolve);
    const settle = () => {
      callOff();
      resolve();
    };
    const element = document.createElement('script');
    element.type = 'module';
    element.src = script;
    element.addEventListener('error', settle);
    element.addEventListener('load', () => {
      void Promise.resolve(Reflect.get(globalThis, 'postriderLookedOnce')).then(settle, settle);
    });
    document.head.append(element);
  });
}
