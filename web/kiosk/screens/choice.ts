import { button, part } from '../../shared/device/part.ts';
import { sign } from '../sign.ts';
import { filled } from '../texts/texts.ts';
import type { App, Screen } from '../types.ts';
import { tileOf, tilesOf } from './tiles.ts';

/** More choices than this at once are not read but skimmed past. */
const ON_PAGE = 6;

/** Whom or what for, six at a time; what is open now comes first. */
export function choiceScreen(app: App): Screen {
  const { t } = app;
  const tiles = tilesOf(app).sort((a, b) => Number(b.isOpen) - Number(a.isOpen));
  const shown = part('div', 'k-tiles');
  const steps = part('div', 'k-row');
  const said = part('p', 'k-said');
  said.setAttribute('role', 'status');
  const pages = Math.max(1, Math.ceil(tiles.length / ON_PAGE));
  const show = (page: number) => {
    shown.replaceChildren(...tiles.slice(page * ON_PAGE, (page + 1) * ON_PAGE).map((tile) => tileOf(app, tile)));
    said.textContent = pages > 1 ? filled(t.page, { page: page + 1, pages }) : '';
    const turn = (to: number) => () => {
      show(to);
      (shown.querySelector<HTMLElement>('button:enabled') ?? steps.querySelector('button'))?.focus();
    };
    steps.replaceChildren(button('button', app.back, t.back));
    if (page > 0) steps.append(button('button', turn(page - 1), t.previous));
    if (page < pages - 1) steps.append(button('button', turn(page + 1), t.more));
  };
  show(0);
  const search = button('k-find', () => app.go('search'), sign('search'), t.search);
  return { title: t.choice, parts: [search, said, shown, steps] };
}
