import { useTranslation } from 'react-i18next';
import type { CardDifference } from '../../../shared/api/cards.ts';
import { useNames } from '../../session.tsx';
import { adviceLevels } from '../advice-levels.ts';

/** What comes and what goes, in the text it stands in; never by colour alone. */
export function Differences({ differences }: { differences: readonly CardDifference[] }) {
  const { t } = useTranslation('cards');
  if (differences.length === 0) return <p className="quiet">{t('history.same')}</p>;
  return (
    <dl className="card-differences">
      {differences.map((difference) => (
        <div key={`${difference.language}.${difference.field}`}>
          <dt>
            <FieldName difference={difference} />
          </dt>
          <dd lang={difference.language === 'common' ? undefined : difference.language === 'plain' ? 'fi' : difference.language}>
            <Parts difference={difference} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldName({ difference: { language, field } }: { difference: CardDifference }) {
  const { t } = useTranslation('cards');
  const name = t(`differing.${field.replace('.', '-')}` as 'differing.title');
  return language === 'common' ? name : `${name}, ${t(`languages.${language}`)}`;
}

function Parts({ difference: { field, parts } }: { difference: CardDifference }) {
  const { t } = useTranslation('cards');
  const names = useNames();
  const level = (text: string) => adviceLevels.find((one) => one === text);
  const say = (text: string) => {
    if (field === 'forward.unitId') return names.unit(text);
    const one = field === 'adviceLevel' ? level(text) : undefined;
    return one ? t(`levels.${one}`) : text;
  };
  return parts.map((part, index) => {
    const key = `${index}.${part.kind}`;
    if (part.kind === 'gone') return <del key={key}>{say(part.text)}</del>;
    return part.kind === 'come' ? <ins key={key}>{say(part.text)}</ins> : <span key={key}>{say(part.text)}</span>;
  });
}
