import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { dayWords, hiddenFields, icon, tidied, type View } from '../../site/service.ts';
import type { Naming } from '../following/path-drawing.ts';
import type { OwnMatterPage, OwnShare } from './schema.ts';

/**
 * Who sees what of the matter, on which ground; a consent is taken back here as easily as it was given (GDPR art. 7(3)). `token` null: by
 * somebody whose mandate is only to read.
 */
export function sightSection(view: View, page: OwnMatterPage, naming: Naming, token: string | null): Html {
  const t = tidied(translator(view.variant, 'own'));
  const keeper = naming.organisation(page.ownerOrganisationId) ?? t('sees.unknown');
  return html`<section class="stack" aria-labelledby="sees"><h2 id="sees" tabindex="-1">${t('sees.title')}</h2>
<p>${t('sees.keeper', { organisation: keeper })}</p>
${page.shares.length === 0 ? html`<p>${t('sees.nobodyElse')}</p>` : html`<ul class="rows">${page.shares.map((share) => row(view, t, share, naming, page.id, token))}</ul>`}</section>`;
}

function row(view: View, t: Translate, share: OwnShare, naming: Naming, matterId: string, token: string | null): Html {
  const organisation = naming.organisation(share.organisationId) ?? t('sees.unknown');
  const when = { day: dayWords(view, share.sharedAt) };
  const until = share.until ? t('sees.until', { day: dayWords(view, share.until) }) : t('sees.whileOpen');
  return html`<li class="own-row"><h3>${organisation}</h3><p>${t('sees.need', { need: share.needName })}</p>
<p class="quiet small">${share.basis === 'consent' ? t(`sees.consent.${share.givenHow ?? 'other'}`, when) : t('sees.law', when)} ${until}</p>
<details class="more"><summary>${icon('arrow')} ${t(share.basis === 'consent' ? 'sees.wording' : 'sees.ground')}</summary><p class="words"${attributes({ lang: share.language })}>${share.ground}</p></details>
${
  share.basis === 'consent' && token
    ? html`<form method="post" action="/my/matters/${matterId}/shares/${share.id}/withdrawal">${hiddenFields(token)}
<p class="quiet small" id="w-${share.id}">${t('sees.withdrawHow')}</p>
<p class="buttons"><button class="button second wide-phone" type="submit" aria-describedby="w-${share.id}">${t('sees.withdraw')}<span class="heard">: ${organisation}, ${share.needName}</span></button></p></form>`
    : share.basis === 'law' && html`<p class="quiet small">${t('sees.lawStays')}</p>`
}</li>`;
}
