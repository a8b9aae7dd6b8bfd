import { type Attributes, attributes, type Html, html } from '../../../platform/http/html.ts';
import { PLAIN_FINNISH } from '../../../platform/i18n/locale.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { tidied, type View } from '../../site/service.ts';
import { fieldOf, told } from '../services/languages.ts';
import type { ChannelTexts, LocalText, OrganisationName, TextLanguage, Told } from '../services/types.ts';

/** Who reads and in which language texts are looked for; `t` says what the pages themselves say. */
export type Reader = { view: View; t: Translate; wanted: TextLanguage };

export function readerOf(view: View): Reader {
  return { view, t: tidied(translator(view.variant, 'pages')), wanted: view.variant === PLAIN_FINNISH ? 'plain' : view.variant };
}

/** In an element of its own so that it is pronounced in its language when that is not the page's (WCAG 3.1.2). */
export function inWords(said: Told | null): Html | false {
  if (!said) return false;
  return said.borrowed ? html`<span${languageOf(said)}>${said.text}</span>` : html`${said.text}`;
}

export const languageOf = (said: Pick<Told, 'language' | 'borrowed'>): Attributes =>
  attributes({ lang: said.borrowed ? said.language : null });

/** Said once where a whole text is in another language than the page. */
export function onlyIn({ t }: Reader, said: Told | null): Html | false {
  return said?.borrowed === true && html`<p class="quiet small">${t('language.only', { language: t(`language.${said.language}`) })}</p>`;
}

export const nameOf = ({ wanted }: Reader, texts: ChannelTexts): Told | null => told(fieldOf(texts, 'name'), wanted);

export const named = ({ wanted }: Reader, names: LocalText): Told | null => told(names, wanted);

export function organisationName(reader: Reader, organisation: OrganisationName | null): Told | null {
  return organisation && named(reader, organisation.names);
}

/** Each line is a paragraph; lines that begin with a bullet are a list, as the directory's texts are written. */
export function paragraphs(said: Told | null): Html | false {
  if (!said) return false;
  const blocks: { bullets: boolean; lines: string[] }[] = [];
  for (const line of said.text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const bullet = BULLET.exec(line);
    const last = blocks.at(-1);
    if (bullet && last?.bullets) last.lines.push(line.slice(bullet[0].length));
    else blocks.push({ bullets: bullet !== null, lines: [line.slice(bullet?.[0].length ?? 0)] });
  }
  const drawn = blocks.map(({ bullets, lines }) =>
    bullets ? html`<ul class="bullets">${lines.map((line) => html`<li>${line}</li>`)}</ul>` : html`<p>${lines[0]}</p>`,
  );
  return html`<div class="prose"${languageOf(said)}>${drawn}</div>`;
}

const BULLET = /^(?:[•*]|[-–](?=\s))\s*/;

/** What is written into the directory as an address may be anything; only whole addresses of pages become links. */
export const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);
