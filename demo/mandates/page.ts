import type { Locale } from '../../server/platform/i18n/locale.ts';
import type { DemoPrincipal } from './principals.ts';

const texts = {
  fi: {
    title: 'Kenen puolesta asioit?',
    warning: 'Tämä on kokeiluympäristö, joka esittää valtuusrekisteriä. Henkilöt ja yritykset ovat keksittyjä.',
    none: 'Rekisterissä ei ole ketään, jonka puolesta voisit asioida.',
    cancel: 'Keskeytä',
  },
  sv: {
    title: 'För vem uträttar du ärenden?',
    warning: 'Det här är en demomiljö som spelar fullmaktsregistret. Personerna och företagen är påhittade.',
    none: 'I registret finns ingen som du kan uträtta ärenden för.',
    cancel: 'Avbryt',
  },
  en: {
    title: 'For whom are you acting?',
    warning: 'This is a demo that plays the register of mandates. The people and companies are made up.',
    none: 'There is nobody in the register whom you could act for.',
    cancel: 'Cancel',
  },
} satisfies Record<Locale, Record<string, string>>;

/** The register's page: nothing of it needs escaping, it is all written in this folder. */
export function mandatesPage(locale: Locale, principals: DemoPrincipal[], way: (key: string) => string, cancel: string): string {
  const text = texts[locale];
  const links = principals.map(({ key, name }) => `<li><a href="${way(key).replaceAll('&', '&amp;')}">${name}</a></li>`);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} – Polku</title>
<link rel="stylesheet" href="/demo/page.css">
</head>
<body>
<header><span class="brand">Polku</span></header>
<main>
<h1>${text.title}</h1>
<p class="warning">${text.warning}</p>
${links.length > 0 ? `<ul>${links.join('')}</ul>` : `<p>${text.none}</p>`}
<p><a href="${cancel.replaceAll('&', '&amp;')}">${text.cancel}</a></p>
</main>
</body>
</html>`;
}
