import { languages } from '../rules.ts';
import type { CardContent, CardLink, CardText } from '../schema.ts';
import type { CardDifference } from './schema.ts';

type Part = CardDifference['parts'][number];
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

/** Longer texts are compared by lines: word by word costs their product in time and memory. */
const MOST_WORDS = 600;

function partsOf(before: string, after: string): Part[] {
  const words = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];
  const [was, is] = [words(before), words(after)];
  if (Math.max(was.length, is.length) <= MOST_WORDS) return compared(was, is);
  const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  const [wasLines, isLines] = [lines(before), lines(after)];
  if (Math.max(wasLines.length, isLines.length) <= MOST_WORDS) return compared(wasLines, isLines);
  return [gone(before), come(after)];
}

const gone = (text: string): Part => ({ kind: 'gone', text });
const come = (text: string): Part => ({ kind: 'come', text });

/** Along the longest common subsequence. */
function compared(was: string[], is: string[]): Part[] {
  const common = lengthsOf(was, is);
  const parts: Part[] = [];
  let [at, to] = [0, 0];
  while (at < was.length || to < is.length) {
    if (at < was.length && to < is.length && was[at] === is[to]) {
      push(parts, { kind: 'same', text: was[at] as string });
      at += 1;
      to += 1;
    } else if (at < was.length && (to >= is.length || lengthAt(common, at + 1, to) >= lengthAt(common, at, to + 1))) {
      push(parts, gone(was[at] as string));
      at += 1;
    } else {
      push(parts, come(is[to] as string));
      to += 1;
    }
  }
  return parts;
}

const lengthAt = (table: Uint16Array[], at: number, to: number) => table[at]?.[to] ?? 0;

/** `[at][to]`: how long a common subsequence the rests from there have. */
function lengthsOf(was: string[], is: string[]): Uint16Array[] {
  const table = Array.from({ length: was.length + 1 }, () => new Uint16Array(is.length + 1));
  for (let at = was.length - 1; at >= 0; at -= 1) {
    const row = table[at] as Uint16Array;
    for (let to = is.length - 1; to >= 0; to -= 1) {
      row[to] =
        was[at] === is[to] ? lengthAt(table, at + 1, to + 1) + 1 : Math.max(lengthAt(table, at + 1, to), lengthAt(table, at, to + 1));
    }
  }
  return table;
}

function push(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (last?.kind === part.kind) last.text += part.text;
  else parts.push({ ...part });
}
