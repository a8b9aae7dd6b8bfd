import { button, part } from '../../shared/device/part.ts';
import type { App, Screen } from '../types.ts';

/** What this point does not give, or not now: where one gets it, and reception, which shows the way. */
export function elsewhereScreen(app: App): Screen {
  const { t, view, visit, found } = app;
  const reception = view.queues.find(({ kind }) => kind === 'reception');
  const places = (found?.places ?? []).map(({ name, address }) => part('li', '', part('b', '', name), part('span', 'k-hint', address)));
  const list = part('ul', 'k-facts', ...places);
  list.setAttribute('aria-label', t.whereElse);
  const toReception = () => {
    visit.queue = reception ?? null;
    app.go('needs');
  };
  return {
    title: found?.isServed ? t.closedNow : t.notHere,
    lead: found?.name ?? '',
    parts: [
      ...(places.length > 0 ? [part('p', 'k-said', t.whereElse), list] : []),
      ...(reception ? [part('p', '', t.askReception)] : []),
      part(
        'div',
        'k-row',
        button('button', app.back, t.back),
        ...(reception ? [button('button primary', toReception, t.toReception)] : []),
      ),
    ],
  };
}
