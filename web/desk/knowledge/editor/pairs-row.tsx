import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CardText } from '../../../shared/api/cards.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import type { FieldFaults } from '../../field-faults.ts';
import type { EditedCard } from './edited-card.ts';
import { Row } from './row.tsx';

type Language = 'fi' | 'sv' | 'en';
const languages: readonly Language[] = ['fi', 'sv', 'en'];
const parts = { answers: ['title', 'body'], letters: ['name', 'meaning'] } as const;
const most = { answers: 9, letters: 10 };

type PairsRowProps = {
  kind: 'answers' | 'letters';
  value: EditedCard;
  shown: readonly Language[];
  onChange: (language: Language, change: Partial<CardText>) => void;
  faults: FieldFaults;
  isDisabled: boolean;
};

/** Answers or letters: a name and what is said, the same one of each language on one row. */
export function PairsRow({ kind, value, shown, onChange, faults, isDisabled }: PairsRowProps) {
  const { t } = useTranslation('cards');
  const [first, second] = parts[kind];
  const count = Math.max(...languages.map((language) => value[language][kind].length));
  const pairOf = (language: Language, index: number) =>
    ({ [first]: '', [second]: '', ...value[language][kind][index] }) as Record<string, string>;
  const put = (language: Language, index: number, change: Record<string, string>) => {
    const all = Array.from({ length: Math.max(count, index + 1) }, (_, place) =>
      place === index ? { ...pairOf(language, place), ...change } : pairOf(language, place),
    );
    onChange(language, { [kind]: all } as Partial<CardText>);
  };
  const remove = (index: number) => {
    for (const language of languages)
      onChange(language, { [kind]: value[language][kind].filter((_, place) => place !== index) } as Partial<CardText>);
  };
  return (
    <section aria-label={t(`fields.${kind}`)}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is being written has nothing but its place
        <div key={index} className="card-pair">
          <Row label={t(`pairs.${kind}`, { number: index + 1 })} shown={shown}>
            {(column, label) => {
              if (column === 'plain') return null;
              const pair = pairOf(column, index);
              const fault = (part: string) => faults[`content.texts.${column}.${kind}.${index}.${part}`];
              return (
                <div className="fields">
                  <TextField
                    label={t(`pairs.${first}`)}
                    aria-label={`${label}: ${t(`pairs.${first}`)}`}
                    lang={column}
                    isDisabled={isDisabled}
                    value={pair[first] ?? ''}
                    problem={fault(first)}
                    onChange={(words) => put(column, index, { [first]: words })}
                  />
                  <TextField
                    label={t(`pairs.${second}`)}
                    aria-label={`${label}: ${t(`pairs.${second}`)}`}
                    lang={column}
                    rows={4}
                    isDisabled={isDisabled}
                    value={pair[second] ?? ''}
                    problem={fault(second)}
                    onChange={(words) => put(column, index, { [second]: words })}
                  />
                </div>
              );
            }}
          </Row>
          <Button kind="plain" size="small" icon={Trash2} isDisabled={isDisabled} onPress={() => remove(index)}>
            {t(`pairs.remove.${kind}`, { number: index + 1 })}
          </Button>
        </div>
      ))}
      {count < most[kind] ? (
        <Button kind="plain" icon={Plus} isDisabled={isDisabled} onPress={() => put('fi', count, {})}>
          {t(`pairs.add.${kind}`)}
        </Button>
      ) : null}
    </section>
  );
}
