import { sayMatterNumber } from '../server/modules/matters/number.ts';
import { LOCALES, type Locale } from '../server/platform/i18n/locale.ts';
import type { DemoPerson } from './people.ts';
import { ROLES_TO_TRY } from './seed/people.ts';
import { texts } from './texts.ts';

const LANGUAGE_NAMES: Record<Locale, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

type Slip = { number: string; pin: string };

/** The page on which one picks who to be. `action` takes `person`, their id, and `lang` where the reader chose a language here. */
export function peoplePage(
  people: DemoPerson[],
  locale: Locale,
  { action, path, token, chosen, slip }: { action: string; path: string; token: string; chosen: boolean; slip: Slip | undefined },
): string {
  const text = texts[locale];
  const toTry = ROLES_TO_TRY.flatMap((email) => people.filter((person) => person.email === email));
  const others = people.filter((person) => !toTry.includes(person));
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} – Polku</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo/page.css">
</head>
<body>
<header><span class="brand">Polku</span>${languageLinks(locale, path, text.language)}</header>
<main>
<h1>${text.title}</h1>
<p>${text.lead}</p>
<p class="warning">${text.warning}</p>
<form method="post" action="${action}">
<input type="hidden" name="_csrf" value="${token}">${chosen ? `<input type="hidden" name="lang" value="${locale}">` : ''}
<h2>${text.toTry}</h2>
${list(toTry, locale)}
<h2>${text.others}</h2>
${list(others, locale)}
</form>
<h2>${text.residents}</h2><p>${text.residentsHow} <a href="/my/sign-in">/my/sign-in</a> · <a href="/">/</a></p>
${slip ? slipLine(slip, locale) : ''}
</main>
</body>
</html>`;
}

/** For playing the customer who has nothing. */
function slipLine({ number, pin }: Slip, locale: Locale): string {
  const text = texts[locale];
  return `<h2>${text.slip}</h2><p>${text.slipHow} <a href="/slip">/slip</a></p><p><strong>${sayMatterNumber(number)}</strong> · PIN <strong>${pin.slice(0, 3)} ${pin.slice(3)}</strong></p>`;
}

function languageLinks(locale: Locale, path: string, label: string): string {
  const links = LOCALES.map(
    (each) =>
      `<a href="${path}?lang=${each}" lang="${each}" hreflang="${each}"${each === locale ? ' aria-current="true"' : ''}>${LANGUAGE_NAMES[each]}</a>`,
  );
  return `<nav aria-label="${label}">${links.join('')}</nav>`;
}

function list(people: DemoPerson[], locale: Locale): string {
  return `<ul>${people.map((person) => `<li>${choice(person, locale)}</li>`).join('')}</ul>`;
}

function choice({ id, name, title, organisation, roles }: DemoPerson, locale: Locale): string {
  const does = title[locale] || roles.map((role) => texts[locale].roles[role]).join(', ');
  return `<button name="person" value="${id}"><strong>${escaped(name)}</strong><span>${escaped(does)}</span><span class="quiet">${escaped(organisation[locale])}</span></button>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
