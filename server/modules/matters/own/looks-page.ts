import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { type Html, html } from '../../../platform/http/html.ts';
import { hasText, translator } from '../../../platform/i18n/translator.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import type { View } from '../../site/service.ts';
import type { Naming } from '../following/path-drawing.ts';
import { sayMatterNumber } from '../number.ts';
import type { Look } from './looks-query.ts';
import { drawMine } from './nav.ts';

type Shown = { looks: Look[]; older: string | null; before: string | undefined; naming: Naming; token: string };

/** Times, organisations and purposes, by day (tiedonhallintalaki 17 §, GDPR art. 15). */
export function looksPage(view: View, caller: CustomerCaller, { looks, older, before, naming, token }: Shown): string {
  const t = translator(view.variant, 'own');
  const days = Map.groupBy(looks, ({ day }) => day);
  return drawMine(view, caller, token, 'looks', {
    title: t('looks.title'),
    main: html`<div class="stack narrow"><h1>${t('looks.title')}</h1><p>${t('looks.lede')}</p>
${looks.length === 0 && html`<p>${t('looks.none')}</p>`}
${[...days].map(([day, rows]) => html`<section class="stack" aria-labelledby="d${day}"><h2 id="d${day}">${dayHeading(view, day)}</h2><ul class="rows">${rows.map((look) => row(view, look, naming))}</ul></section>`)}
<p class="buttons">${before && html`<a class="button second" href="/my/looks">${t('looks.newest')}</a>`}${older && html`<a class="button second" href="/my/looks?before=${older}">${t('looks.more')}</a>`}</p></div>`,
  });
}

const dayHeading = ({ locale, now }: View, day: string): string => formatDate(Temporal.PlainDate.from(day), locale, dayOf(now));

function row(view: View, { who, organisationId, purpose, kind, number, times, count }: Look, naming: Naming): Html {
  const t = translator(view.variant, 'own');
  if (who === 'system') return html`<li class="own-row"><p><b>${t('looks.who.system')}</b><br>${t('looks.system', { count })}</p></li>`;
  const name = (organisationId && naming.organisation(organisationId)) || t(`looks.who.${who}`);
  const why = t(`looks.purpose.${hasText(view.locale, 'own', `looks.purpose.${purpose}`) ? purpose : 'other'}`);
  const did = t(who === 'customer' || who === 'represented' ? `looks.you.${kind}` : `looks.kind.${kind}`);
  return html`<li class="own-row"><p><b>${name}</b> ${did}<br><span class="quiet small">${why}${number && html`, ${t('looks.number', { number: sayMatterNumber(number).replaceAll(' ', '\u00a0') })}`}</span></p>
<p class="small">${times.map((time) => clock(view, time)).join(', ')}</p></li>`;
}

/** "9.05" in Finnish and Swedish, "9:05" in English. */
function clock({ locale }: View, time: string): string {
  const bare = time.replace(/^0/, '');
  return locale === 'en' ? bare : bare.replace(':', '.');
}
