import { button, part } from '../../shared/device/part.ts';
import type { App, Screen } from '../types.ts';

/** What is kept and for how long, before anything is. */
export function consentScreen(app: App): Screen {
  const { t } = app;
  const take = button(
    'button primary',
    () => {
      take.disabled = true;
      take.textContent = t.taking;
      void app.give();
    },
    t.take,
  );
  const facts = [t.consentName, t.consentKept, t.consentLong].map((fact) => part('li', '', fact));
  return { title: t.consent, parts: [part('ul', 'k-facts', ...facts), part('div', 'k-row', button('button', app.back, t.back), take)] };
}
