import { button, part } from '../../shared/device/part.ts';
import { nameOf } from '../texts/texts.ts';
import type { App, Screen } from '../types.ts';
import { hasOpened, isHosted, show } from '../windows.ts';

/** What one may open, and how to do it without leaving anything behind. */
export function servicesScreen(app: App): Screen {
  const { t, view, language } = app;
  const tiles = view.links.map((link) =>
    part(
      'li',
      '',
      button('c-choice', () => app.open(link), part('b', '', nameOf(link.name, language)), part('span', 'heard', `, ${t.opens}`)),
    ),
  );
  const how = [t.howSignIn, t.howCodes, t.howSignOut, t.howWiped].map((fact) => part('li', '', fact));
  const title = part('h2', '', t.howTitle);
  title.id = 'how';
  const section = part('section', 'c-how', title, part('ol', '', ...how));
  section.setAttribute('aria-labelledby', title.id);
  const back = isHosted() && hasOpened() ? [button('button primary c-back', () => show('bar'), t.toOpened)] : [];
  return { title: t.services, lead: t.servicesHint, parts: [...back, part('div', 'c-two', part('ul', 'c-tiles', ...tiles), section)] };
}
