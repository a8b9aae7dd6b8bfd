import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Html, html } from '../../platform/http/html.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { nameIn } from '../directory/service.ts';
import type { Directory } from './forms.ts';
import { drawPage, telephone } from './frame.ts';
import { todayAt, weekOf } from './hours.ts';
import { icon } from './icons.ts';
import { signInOffer } from './sign-in.ts';
import type { View } from './view.ts';

/** What stands first on the page (with its h1), what follows the ways in, the points with their hours of today, and whether any tells its waits. */
export type FrontParts = (
  view: View,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<{ ask: Html; lives: Html | false; points: Directory['points']; waits: boolean; booking: boolean }>;

/** Where one says one's situation, the ways in, life events, how to follow a matter, and where to come. */
export function frontPage(view: View, { ask, lives, points, waits, booking }: Awaited<ReturnType<FrontParts>>): string {
  const { t } = view;
  const book = translator(view.variant, 'booking');
  const nearest = points.toSorted((a, b) => rank(view, a) - rank(view, b)).slice(0, SHOWN);
  return drawPage(view, {
    title: t('home.title'),
    main: html`${ask}
<nav aria-label="${t('home.ways')}"><ul class="rows ${booking ? 'four' : 'three'}">
${way('/contact', 'chat', t('home.write'), t('home.writeHint'))}
${booking && way('/book', 'clock', book('service.book'), book('service.bookHint'))}
${way('#follow', 'route', t('home.follow'), t(view.signIn ? 'home.followHintSignIn' : 'home.followHint'))}
${view.help ? way(`tel:${view.help.number.replace(/[^+\d]/g, '')}`, 'phone', t('home.call', { number: view.help.number.replaceAll(' ', '\u00a0') }), view.help.today.words) : way('#points', 'pin', t('home.come'), t('home.comeHint'))}
</ul></nav>
${lives}
<section class="stack narrow" aria-labelledby="follow"><h2 id="follow" tabindex="-1">${t('home.follow')}</h2>
${signInOffer(view, '/my', translator(view.variant, 'identifying')('offer.front'))}
<p>${t('home.followHow')}</p>
<p>${t('home.followLost')}</p>
<p><a class="text-link" href="/a">${icon('route')} ${t('home.followHere')}</a></p>
<p><a class="text-link" href="/slip">${icon('paper')} ${translator(view.variant, 'slip')('front')}</a></p>
</section>
<section class="stack" aria-labelledby="points"><h2 id="points" tabindex="-1">${t('home.points')}</h2>
${points.length === 0 ? html`<p>${t('home.noPoints')}</p>` : html`<ul class="rows three points">${nearest.map((point) => pointRow(view, point))}</ul>`}
<p><a class="text-link" href="/places">${icon('pin')} ${t('home.allPoints')}</a></p>
${waits && html`<p><a class="text-link" href="/waits">${icon('clock')} ${translator(view.variant, 'waits')('link')}</a></p>`}
</section>`,
  });
}

/** Two rows of three; the rest are one link away. */
const SHOWN = 6;

function way(href: string, sign: Parameters<typeof icon>[0], words: string, hint: string): Html {
  return html`<li><a class="go" href="${href}">${icon(sign)}<span><b>${words}</b><small>${hint}</small></span>${icon('arrow')}</a></li>`;
}

/** Where the telephone above is answered first, then the city's own points, the mobile ones after them, then those of its neighbours. */
function rank({ hostId, help }: View, { organisationId, mobile, phone }: Directory['points'][number]): number {
  if (help?.number === phone) return -1;
  return (organisationId === hostId ? 0 : 2) + (mobile ? 1 : 0);
}

function pointRow(view: View, point: Directory['points'][number]): Html {
  const { t, locale } = view;
  const today = todayAt(point.opening, view);
  const week = weekOf(point.opening, view);
  const address = [point.street, point.city].filter(Boolean).join(', ');
  return html`<li><h3><a href="/places/${point.id}">${nameIn(point.name, locale)}</a></h3>
<p>${point.mobile ? t('home.mobile', { city: point.city }) : address}</p>
<p class="state ${today.state === 'open' ? 'good' : 'quiet'}">${icon('clock')} ${today.words}</p>
${week && html`<p class="quiet small">${week}</p>`}
${point.phone && html`<p class="quiet small">${t('home.pointPhone')} ${telephone(point.phone)}</p>`}
</li>`;
}
