import { languageOf } from '../../server/modules/channels/email/taking/rules.ts';
import type { TextMessage } from '../../server/modules/channels/sms/service.ts';
import { formatDateTime } from '../../server/platform/clock/format.ts';
import { type Html, html, toMarkup } from '../../server/platform/http/html.ts';
import { LOCALES, type Locale } from '../../server/platform/i18n/locale.ts';
import { mailboxes } from '../seed/mailboxes.ts';
import type { KeptMail } from './outbox.ts';
import { mailTexts } from './texts.ts';

const LANGUAGE_NAMES: Record<Locale, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

export type OutboxPage = {
  locale: Locale;
  mails: KeptMail[];
  textMessages: TextMessage[];
  token: string;
  smtpPort: number;
  /** Mails that wait out the minute in which they can be taken back. */
  leaving: number;
  done: 'replied' | 'sent' | null;
  now: Temporal.Instant;
};

/** What residents would have got, each with a form for the answer, and a form for a first mail. */
export function outboxPage({ locale, mails, textMessages, token, smtpPort, leaving, done, now }: OutboxPage): string {
  const text = mailTexts[locale];
  return toMarkup(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} – Polku</title>
<link rel="icon" href="data:,">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo/page.css">
<link rel="stylesheet" href="/demo/mail.css">
</head>
<body>
<header><span class="brand">Polku</span>${languageLinks(locale)}</header>
<main>
<h1>${text.title}</h1>
<p>${text.lead}</p>
${done && html`<p class="done" role="status">${text[done]}</p>`}
${leaving > 0 && html`<p role="status">${text.leaving} ${leaving}</p>`}
${mails.length === 0 ? html`<p>${text.none}</p>` : mails.map((kept) => letter(kept, locale, token, now))}
<h2>${text.textMessages}</h2>
${textMessages.length === 0 ? html`<p>${text.noTextMessages}</p>` : textMessages.map((message) => textMessage(message, locale, now))}
<p><a href="/demo/suomifi?lang=${locale}">${text.suomifi}</a></p>
<h2 id="write">${text.write}</h2>
<p>${text.writeLead} ${text.port} <code>127.0.0.1:${smtpPort}</code> (${mailboxes.map(({ address }) => address).join(', ')}).</p>
${writeForm(locale, token)}
</main>
</body>
</html>`);
}

function languageLinks(locale: Locale): Html {
  const links = LOCALES.map((each) => {
    const name = LANGUAGE_NAMES[each];
    return each === locale
      ? html`<a href="/demo/outbox?lang=${each}" lang="${each}" hreflang="${each}" aria-current="true">${name}</a>`
      : html`<a href="/demo/outbox?lang=${each}" lang="${each}" hreflang="${each}">${name}</a>`;
  });
  return html`<nav aria-label="${mailTexts[locale].language}">${links}</nav>`;
}

function letter({ name, mail }: KeptMail, locale: Locale, token: string, now: Temporal.Instant): Html {
  const text = mailTexts[locale];
  const language = languageOf(mail.text, locale);
  return html`<article class="letter" aria-labelledby="s-${name}">
<h2 id="s-${name}" lang="${language}">${mail.subject}</h2>
<dl>
<div><dt>${text.from}</dt><dd>${mail.from.name} &lt;${mail.from.address}&gt;</dd></div>
<div><dt>${text.to}</dt><dd>${mail.to.map(({ address }) => address).join(', ')}</dd></div>
</dl>
<p class="quiet">${mail.date && formatDateTime(mail.date, locale, now)}${mail.kind === 'auto-reply' && ` · ${text.automatic}`}</p>
<p class="words" lang="${language}">${withLinks(mail.text)}</p>
${shownPictures(mail).map(({ at, file }) => html`<img src="/demo/outbox/${name}/pictures/${at}" alt="${file.name}">`)}
${filesToOpen(name, mail, text.attachments)}
<form method="post" action="/demo/outbox/${name}/replies">
<input type="hidden" name="_csrf" value="${token}">
<label for="r-${name}">${text.reply}</label>
<textarea id="r-${name}" name="text" rows="3" required maxlength="20000"></textarea>
<button>${text.replySend}</button>
</form>
</article>`;
}

type Mail = KeptMail['mail'];

const attached = ({ attachments }: Mail) => attachments.map((file, at) => ({ file, at }));

/** What the letter's own HTML shows. */
const shownPictures = (mail: Mail) => attached(mail).filter(({ file }) => isShownPicture(file));

export const isShownPicture = ({ contentId, type }: Mail['attachments'][number]): boolean => contentId !== null && type === 'image/png';

function filesToOpen(name: string, mail: Mail, words: string): Html | false {
  const files = onceEach(mail).filter(({ file }) => !isShownPicture(file));
  const links = files.map(({ file, at }, n) => html`${n > 0 && ', '}<a href="/demo/outbox/${name}/files/${at}">${file.name}</a>`);
  return files.length > 0 && html`<p>${words}: ${links}</p>`;
}

/** A calendar entry travels twice, for programmes that read it in place and for those that take a file (RFC 6047): shown once, by the name it has. */
function onceEach(mail: Mail) {
  const isNamed = mail.attachments.some(({ type }) => type === 'application/ics');
  return attached(mail).filter(({ file: { type } }) => !(isNamed && type === 'text/calendar'));
}

/** Addresses in a mail are followed by a click, as a mail reader lets one do. */
function withLinks(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}

function textMessage({ phone, text, at }: TextMessage, locale: Locale, now: Temporal.Instant): Html {
  return html`<article class="letter"><p class="quiet">${mailTexts[locale].to} ${phone} · ${formatDateTime(at, locale, now)}</p>
<p class="words" lang="${languageOf(text, locale)}">${withLinks(text)}</p></article>`;
}

function writeForm(locale: Locale, token: string): Html {
  const text = mailTexts[locale];
  return html`<form class="letter" method="post" action="/demo/outbox/mails" aria-labelledby="write">
<input type="hidden" name="_csrf" value="${token}">
<label for="from">${text.address}</label>
<input id="from" name="from" type="email" required maxlength="200" placeholder="oona@posti.example" autocomplete="off">
<label for="subject">${text.subject}</label>
<input id="subject" name="subject" maxlength="200" autocomplete="off">
<label for="text">${text.message}</label>
<textarea id="text" name="text" rows="5" required maxlength="20000"></textarea>
<button>${text.send}</button>
</form>`;
}
