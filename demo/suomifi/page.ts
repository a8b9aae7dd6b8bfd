import { languageOf } from '../../server/modules/channels/email/taking/rules.ts';
import { formatDateTime } from '../../server/platform/clock/format.ts';
import { type Html, html, toMarkup } from '../../server/platform/http/html.ts';
import { LOCALES, type Locale } from '../../server/platform/i18n/locale.ts';

export type KeptMessage = { id: string; at: string; by: 'electronic' | 'multichannel'; title: string; body: string };

const NAMES: Record<Locale, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };
const texts: Record<
  Locale,
  { title: string; lead: string; none: string; electronic: string; multichannel: string; language: string; mail: string }
> = {
  fi: {
    title: 'Suomi.fi-viestit',
    lead: 'Kokeiluympäristö ei lähetä mitään Suomi.fi-palveluun. Tässä näkyy, mitä asukas olisi saanut.',
    none: 'Mitään ei ole vielä lähtenyt.',
    electronic: 'Sähköiseen postilaatikkoon',
    multichannel: 'Paperilla postissa, koska sähköistä postilaatikkoa ei ole käytössä',
    language: 'Kieli',
    mail: 'Lähtenyt sähköposti ja tekstiviestit',
  },
  sv: {
    title: 'Suomi.fi-meddelanden',
    lead: 'Demomiljön skickar ingenting till Suomi.fi. Här syns vad invånaren skulle ha fått.',
    none: 'Ingenting har skickats ännu.',
    electronic: 'Till den elektroniska postlådan',
    multichannel: 'På papper per post, eftersom ingen elektronisk postlåda är i bruk',
    language: 'Språk',
    mail: 'Skickad e-post och textmeddelanden',
  },
  en: {
    title: 'Suomi.fi messages',
    lead: 'The demo sends nothing to Suomi.fi. This is what the resident would have received.',
    none: 'Nothing has been sent yet.',
    electronic: 'To the electronic mailbox',
    multichannel: 'On paper by post, as no electronic mailbox is in use',
    language: 'Language',
    mail: 'Sent e-mail and text messages',
  },
};

export function suomifiPage(locale: Locale, messages: KeptMessage[], now: Temporal.Instant): string {
  const text = texts[locale];
  return toMarkup(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} – Polku</title>
<link rel="stylesheet" href="/demo/page.css">
<link rel="stylesheet" href="/demo/mail.css">
</head>
<body>
<header><span class="brand">Polku</span><nav aria-label="${text.language}">${LOCALES.map((each) => languageLink(each, locale))}</nav></header>
<main>
<h1>${text.title}</h1>
<p>${text.lead}</p>
<p><a href="/demo/outbox?lang=${locale}">${text.mail}</a></p>
${messages.length === 0 ? html`<p>${text.none}</p>` : messages.map((message) => letter(message, locale, now))}
</main>
</body>
</html>`);
}

function languageLink(each: Locale, locale: Locale): Html {
  return each === locale
    ? html`<a href="/demo/suomifi?lang=${each}" lang="${each}" hreflang="${each}" aria-current="true">${NAMES[each]}</a>`
    : html`<a href="/demo/suomifi?lang=${each}" lang="${each}" hreflang="${each}">${NAMES[each]}</a>`;
}

function letter({ id, at, by, title, body }: KeptMessage, locale: Locale, now: Temporal.Instant): Html {
  const language = languageOf(body, locale);
  return html`<article class="letter" aria-labelledby="m-${id}">
<h2 id="m-${id}" lang="${language}">${title}</h2>
<p class="quiet">${formatDateTime(Temporal.Instant.from(at), locale, now)} · ${texts[locale][by]}</p>
<p class="words" lang="${language}">${body}</p>
</article>`;
}
