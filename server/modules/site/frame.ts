import { attributes, type Html, html, toMarkup, trusted } from '../../platform/http/html.ts';
import { LOCALES, PLAIN_FINNISH } from '../../platform/i18n/locale.ts';
import { logo } from './icons.ts';
import { type Island, readStyle } from './style.ts';
import type { View } from './view.ts';

export type Page = {
  /** Also the tab's title; an error says so first (WCAG 3.3.1). */
  title: string;
  main: Html;
  /** Kept in language links, e.g. which form it is. */
  query?: Record<string, string>;
  /** Nothing for search engines: a matter, a receipt, an error. */
  private?: boolean;
};

const { sheet, islands, fonts } = readStyle();

/** Everything the pages load, by the name in its address. */
export const assets = new Map([sheet, ...Object.values(islands), ...fonts].map((asset) => [asset.name, asset]));

/** A script of ours that a part of a page works better with. */
export const script = (name: Island): Html => trusted(`<script src="/site/${islands[name].name}" defer></script>`);

/** A page of the public site, whole without JavaScript. */
export function drawPage(view: View, { title, main, query = {}, private: hidden = false }: Page): string {
  const { t, host } = view;
  return toMarkup(html`<!doctype html>
<html lang="${view.variant}">
${head(host ? `${title} – ${host}` : title, hidden)}
<body>
<a class="skip" href="#main">${t('frame.skip')}</a>
<header class="bar"><div class="top">
<a class="brand" href="/">${logo('Polku')}${host && html`<span>${host}</span>`}</a>
${languages(view, query)}
</div></header>
<main class="page" id="main" tabindex="-1">
${main}
</main>
${footer(view)}
</body>
</html>
`);
}

/** A sheet of paper: light, A4, nothing around it that would be printed. `bar` is for the screen only. */
export function drawSheet(view: View, { title, main, bar }: { title: string; main: Html; bar: Html }): string {
  return toMarkup(html`<!doctype html>
<html lang="${view.variant}" data-density="sheet" class="sheet">
${head(title, true)}
<body>
${bar}
${main}
</body>
</html>
`);
}

function head(title: string, hidden: boolean): Html {
  return html`<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${hidden && html`<meta name="robots" content="noindex, nofollow">`}
<link rel="preload" href="/site/${fonts[0]?.name}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/site/${sheet.name}">
<link rel="icon" href="data:,">
${script('citizen')}
</head>`;
}

/** Plain Finnish is for readers of Finnish: the other languages do not offer it. */
function languages({ t, variant, locale, path }: View, query: Record<string, string>): Html {
  const link = (to: string, short: string) => {
    const address = `${path}?${new URLSearchParams({ ...query, lang: to })}`;
    const current = attributes({ 'aria-current': to === variant ? 'true' : null });
    return html`<a href="${address}" lang="${to}" hreflang="${to}" rel="nofollow"${current}>${short}<span class="heard">, ${OWN_NAMES[to]}</span></a>`;
  };
  return html`<nav class="langs" aria-label="${t('frame.language')}">${LOCALES.map((each) => link(each, each.toUpperCase()))}${
    locale === 'fi' && link(PLAIN_FINNISH, t('frame.plainFinnish'))
  }</nav>`;
}

const OWN_NAMES: Record<string, string> = { fi: 'suomeksi', sv: 'på svenska', en: 'in English', [PLAIN_FINNISH]: 'suomeksi' };

function footer({ t, help }: View): Html {
  return html`<footer class="foot"><div class="foot-in">
<p>${help ? html`${t('frame.callBefore')} ${telephone(help.number)}, ${help.week}. ${t('frame.callAfter')}` : t('frame.comeInstead')}</p>
<ul><li><a href="/">${t('frame.home')}</a></li><li><a href="/contact">${t('frame.write')}</a></li><li><a href="/places">${t('frame.points')}</a></li><li><a href="/desk/">${t('frame.staff')}</a></li></ul>
</div></footer>`;
}

export function telephone(number: string): Html {
  return html`<a class="nowrap" href="tel:${number.replace(/[^+\d]/g, '')}">${number.replaceAll(' ', '\u00a0')}</a>`;
}
