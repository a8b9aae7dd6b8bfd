import { useTranslation } from 'react-i18next';
import type { CardDifference } from '../../../shared/api/cards.ts';

type Difference<Field extends string> = Pick<CardDifference, 'language' | 'parts'> & { field: Field };

type DifferenceListProps<Field extends string> = {
  differences: readonly Difference<Field>[];
  nameOf: (field: Field) => string;
  /** A part of a field's text as a person reads it. */
  say: (field: Field, text: string) => string;
};

/** What comes and what goes, in the text it stands in; never by colour alone. */
export function DifferenceList<Field extends string>({ differences, nameOf, say }: DifferenceListProps<Field>) {
  const { t } = useTranslation('cards');
  if (differences.length === 0) return <p className="quiet">{t('history.same')}</p>;
  return (
    <dl className="card-differences">
      {differences.map(({ language, field, parts }) => (
        <div key={`${language}.${field}`}>
          <dt>{language === 'common' ? nameOf(field) : `${nameOf(field)}, ${t(`languages.${language}`)}`}</dt>
          <dd lang={language === 'common' ? undefined : language === 'plain' ? 'fi' : language}>
            {parts.map((part, index) => {
              const key = `${index}.${part.kind}`;
              if (part.kind === 'gone') return <del key={key}>{say(field, part.text)}</del>;
              return part.kind === 'come' ? <ins key={key}>{say(field, part.text)}</ins> : <span key={key}>{say(field, part.text)}</span>;
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
