import { partsOf } from '../../changed-words.ts';
import { languages } from '../rules.ts';
import type { CardContent, CardLink, CardText } from '../schema.ts';
import type { CardDifference } from './schema.ts';

type Said = Pick<CardDifference, 'language' | 'field'> & { text: string };

/** What a later version says otherwise than an earlier one, field by field; fields that say the same are left out. */
export function differencesOf(before: CardContent | null, after: CardContent): CardDifference[] {
  const [was, is] = [before ? saidIn(before) : [], saidIn(after)];
  const keys = [...new Map([...was, ...is].map((said) => [keyOf(said), said])).values()];
  const textIn = (all: Said[], key: Said) => all.find((said) => keyOf(said) === keyOf(key))?.text ?? '';
  return keys.flatMap((key) => {
    const [old, now] = [textIn(was, key), textIn(is, key)];
    return old === now ? [] : [{ language: key.language, field: key.field, parts: partsOf(old, now) }];
  });
}

const keyOf = ({ language, field }: Said) => `${language} ${field}`;

function saidIn(content: CardContent): Said[] {
  const common = (field: string, text: string): Said => ({ language: 'common', field, text });
  const { adviceLevel, plain, links, forward } = content;
  return [
    common('adviceLevel', adviceLevel),
    ...languages.flatMap((language) => {
      const text = content.texts[language];
      return text ? fieldsOf(text).map(([field, said]): Said => ({ language, field, text: said })) : [];
    }),
    ...(plain ? fieldsOf(plain).map(([field, text]): Said => ({ language: 'plain', field, text })) : []),
    common('links', links.map(sayLink).join('\n')),
    common('forward.unitId', forward.unitId ?? ''),
    common('forward.specialist', forward.specialist),
    common('forward.phone', forward.phone),
  ];
}

/** As a reader meets them: the database gives the members of an object in an order of its own. */
const order = [
  ...(['title', 'summary', 'mayAnswer', 'mayNot', 'answers', 'bring', 'price', 'forwardWhen', 'forwardHours'] as const),
  ...(['digital', 'letters', 'alsoCalled'] as const),
];

function fieldsOf(text: Partial<CardText>): [string, string][] {
  return order.flatMap((field) => (text[field] === undefined ? [] : [[field, sayField(text[field])]]));
}

function sayField(value: CardText[keyof CardText]): string {
  if (typeof value === 'string') return value;
  return value.map(sayItem).join('\n');
}

function sayItem(item: CardText['bring'][number] | CardText['answers'][number] | CardText['letters'][number]): string {
  if (typeof item === 'string') return item;
  return 'title' in item ? `${item.title}\n${item.body}` : `${item.name}\n${item.meaning}`;
}

const sayLink = ({ names, url }: CardLink) => [...new Set(Object.values(names).filter(Boolean)), url].join(' · ');
