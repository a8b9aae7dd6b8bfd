import { attributes, type Html, html } from '../../../platform/http/html.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import type { ListItem } from '../../directory/types.ts';
import { icon, type View } from '../../site/service.ts';
import { wordsOf } from './words.ts';

const GROUPS = ['language', 'understanding', 'senses', 'access', 'space', 'company', 'time', 'contact'] as const;

/**
 * What one may need, to be ticked: those `inSight` and those ticked already, then the others folded by what they are about. Some thirty of them in a
 * row are more than anybody on a phone looks through. A group that was opened, ticked in and closed says so.
 */
export function needsToTick(
  view: View,
  needs: readonly ListItem[],
  { ticked, inSight }: { ticked: readonly string[]; inSight: (key: string) => boolean },
): { shown: Html | false; folded: Html | false } {
  const b = wordsOf(view);
  const tick = ({ key, label }: ListItem) =>
    html`<label class="choice row"><input type="checkbox" name="needs" value="${key}"${attributes({ checked: ticked.includes(key) })}><span class="box">${icon('check')}</span><span>${nameIn(label, view.locale)}</span></label>`;
  const grid = (those: readonly ListItem[]) => html`<div class="ticks-grid">${those.map(tick)}</div>`;
  const isShown = ({ key }: ListItem) => inSight(key) || ticked.includes(key);
  const shown = needs.filter(isShown);
  const groups = Map.groupBy(
    needs.filter((need) => !isShown(need)),
    groupOf,
  );
  const folded = [...groups].map(([group, those]) => folding(b, group, grid(those)));
  return { shown: shown.length > 0 && grid(shown), folded: folded.length > 0 && html`<div>${folded}</div>` };
}

/** The list is the region's own: it may have groups that we know nothing of. */
const groupOf = ({ extra }: ListItem) => GROUPS.find((group) => group === extra.group) ?? 'other';

const folding = (b: Translate, group: string, body: Html): Html =>
  html`<details class="more"><summary>${icon('arrow')} <span>${b(`needGroups.${group}`)}<small class="if-ticked">${b('needGroups.ticked')}</small></span></summary>${body}</details>`;
