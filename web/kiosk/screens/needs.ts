import { button, part } from '../../shared/device/part.ts';
import { nameOf } from '../frame.ts';
import { isSign, sign } from '../sign.ts';
import type { App, Screen } from '../types.ts';

/** Asked of everybody and of nobody in particular; going on without choosing is as easy. */
export function needsScreen(app: App): Screen {
  const { t, view, visit } = app;
  const tiles = view.specialNeeds.map(({ key, label }) => {
    const press = () => {
      visit.needs = visit.needs.includes(key) ? visit.needs.filter((one) => one !== key) : [...visit.needs, key];
      element.setAttribute('aria-pressed', String(visit.needs.includes(key)));
    };
    const element = button('k-need', press, ...(isSign(key) ? [sign(key)] : []), part('span', '', nameOf(app, label)));
    element.setAttribute('aria-pressed', String(visit.needs.includes(key)));
    return element;
  });
  const onward = button('button primary', () => app.go('consent'), t.next);
  return {
    title: t.needs,
    lead: t.needsHint,
    parts: [part('div', 'k-tiles needs', ...tiles), part('div', 'k-row', button('button', app.back, t.back), onward)],
  };
}
