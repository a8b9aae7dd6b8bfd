import { partsOf } from '../../changed-words.ts';
import { languages } from '../rules.ts';
import type { GuideContent } from '../schema.ts';
import type { GuideDifference } from './schema.ts';

type Said = Pick<GuideDifference, 'language' | 'field'> & { text: string };

/** What a later version says otherwise than an earlier one, field by field; fields that say the same are left out. Names are ids, one a line. */
export function differencesOf(before: GuideContent | null, after: GuideContent): GuideDifference[] {
  const was = new Map((before ? saidIn(before) : []).map((said) => [keyOf(said), said]));
  const is = new Map(saidIn(after).map((said) => [keyOf(said), said]));
  const all = new Map([...was, ...is]);
  return [...all].flatMap(([key, { language, field }]) => {
    const [old, now] = [was.get(key)?.text ?? '', is.get(key)?.text ?? ''];
    return old === now ? [] : [{ language, field, parts: partsOf(old, now) }];
  });
}

const keyOf = ({ language, field }: Said) => `${language} ${field}`;

function saidIn({ texts, ...content }: GuideContent): Said[] {
  const common = (field: GuideDifference['field'], text: string | null): Said => ({ language: 'common', field, text: text ?? '' });
  return [
    common('kind', content.kind),
    ...languages.flatMap((language): Said[] => {
      const text = texts[language];
      if (!text) return [];
      const { title, body, alsoCalled } = text;
      return Object.entries({ title, body, alsoCalled: alsoCalled.join('\n') }).map(([field, said]) => ({
        language,
        field: field as GuideDifference['field'],
        text: said,
      }));
    }),
    common('organisationId', content.organisationId),
    common('issuerId', content.issuerId),
    common('validFrom', content.validFrom),
    common('validUntil', content.validUntil),
    common('points', content.points.join('\n')),
    common('organisations', content.organisations.join('\n')),
    common('roles', content.roles.join('\n')),
  ];
}
