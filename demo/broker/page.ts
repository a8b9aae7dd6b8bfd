import { LOCALES, type Locale } from '../../server/platform/i18n/locale.ts';
import { type TestIdentity, testIdentities } from './identities.ts';

const LANGUAGE_NAMES: Record<Locale, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };
const texts = {
  fi: {
    title: 'Kenenä tunnistaudut?',
    warning: 'Tämä on kokeiluympäristö, joka esittää vahvaa tunnistautumista. Henkilöt ja henkilötunnukset ovat keksittyjä.',
    without: 'Ei henkilötunnusta',
    cancel: 'Keskeytä',
    language: 'Kieli',
  },
  sv: {
    title: 'Vem identifierar du dig som?',
    warning: 'Det här är en demomiljö som spelar stark identifiering. Personerna och personbeteckningarna är påhittade.',
    without: 'Ingen personbeteckning',
    cancel: 'Avbryt',
    language: 'Språk',
  },
  en: {
    title: 'Who are you identifying as?',
    warning: 'This is a demo that plays strong identification. The people and their identity codes are made up.',
    without: 'No identity code',
    cancel: 'Cancel',
    language: 'Language',
  },
} satisfies Record<Locale, Record<string, string>>;

/** The page on which one picks whom the broker identifies. */
export function identitiesPage(locale: Locale, { path, token }: { path: string; token: string }): string {
  const text = texts[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} – Polku</title>
<link rel="stylesheet" href="/demo/page.css">
</head>
<body>
<header><span class="brand">Polku</span><nav aria-label="${text.language}">${LOCALES.map((each) => languageLink(each, locale, path)).join('')}</nav></header>
<main>
<h1>${text.title}</h1>
<p class="warning">${text.warning}</p>
<form method="post" action="${path}">
<input type="hidden" name="_csrf" value="${token}">
<ul>${testIdentities.map((identity) => `<li>${choice(identity, locale)}</li>`).join('')}</ul>
<p><button name="identity" value="nobody"><strong>${text.cancel}</strong></button></p>
</form>
</main>
</body>
</html>`;
}

function languageLink(each: Locale, locale: Locale, path: string): string {
  return `<a href="${path}?lang=${each}" lang="${each}" hreflang="${each}"${each === locale ? ' aria-current="true"' : ''}>${LANGUAGE_NAMES[each]}</a>`;
}

/** Nothing of it needs escaping: it is all written in this folder. */
function choice({ key, givenName, familyName, identityCode, about }: TestIdentity, locale: Locale): string {
  return `<button name="identity" value="${key}"><strong>${givenName} ${familyName}</strong><span>${about[locale]}</span><span class="quiet">${identityCode ?? texts[locale].without}</span></button>`;
}
