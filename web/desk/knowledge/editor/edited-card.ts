import type { CardContent, CardText } from '../../../shared/api/cards.ts';
import { noText } from '../card-texts.ts';

export type PlainText = NonNullable<CardContent['plain']>;

/** A card as its editor holds it: in parts that two people may change at once without meeting. */
export type EditedCard = {
  fi: CardText;
  sv: CardText;
  en: CardText;
  plain: PlainText;
  adviceLevel: CardContent['adviceLevel'];
  links: CardContent['links'];
  forward: CardContent['forward'];
  changeNote: string;
};

export const noPlain: PlainText = { summary: '', bring: [], price: '' };

export function editedOf({ texts, plain, adviceLevel, links, forward }: CardContent, changeNote: string): EditedCard {
  const textOf = (language: 'fi' | 'sv' | 'en') => ({ ...noText, ...texts[language] });
  return { fi: textOf('fi'), sv: textOf('sv'), en: textOf('en'), plain: { ...noPlain, ...plain }, adviceLevel, links, forward, changeNote };
}

/** As it is saved: empty lines and languages that say nothing are left out. */
export function contentOf({ fi, sv, en, plain, adviceLevel, links, forward }: EditedCard): CardContent {
  const texts = Object.fromEntries(
    Object.entries({ fi, sv, en })
      .map(([language, text]) => [language, tidied(text)] as const)
      .filter(([, text]) => saysAnything(text)),
  );
  const said = { ...plain, bring: withoutEmpty(plain.bring) };
  return {
    adviceLevel,
    texts,
    plain: said.summary.trim() || said.price.trim() || said.bring.length > 0 ? said : null,
    links: links.filter((link) => link.url.trim() !== '' || Object.values(link.names).some(Boolean)),
    forward,
  };
}

function tidied(text: CardText): CardText {
  return {
    ...text,
    bring: withoutEmpty(text.bring),
    alsoCalled: withoutEmpty(text.alsoCalled),
    answers: text.answers.filter((answer) => answer.title.trim() || answer.body.trim()),
    letters: text.letters.filter((letter) => letter.name.trim() || letter.meaning.trim()),
  };
}

const withoutEmpty = (lines: readonly string[]) => lines.map((line) => line.trim()).filter(Boolean);

const saysAnything = (text: CardText) =>
  Object.values(text).some((value) => (typeof value === 'string' ? value.trim() !== '' : value.length > 0));
