import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import type { Agreement } from '../api.ts';
import { noNames } from '../fields/missing.ts';
import { NamesField } from '../fields/names-field.tsx';

type Owed = Agreement['trainingOwed'];

/** What the principal has promised to teach before the tasks are done. */
export function Training({ value, onChange }: { value: Owed; onChange: (owed: Owed) => void }) {
  const { t } = useTranslation('admin');
  return (
    <section className="fields">
      <div className="section-head">
        <h2>{t('agreements.training')}</h2>
        <Button size="small" kind="plain" push icon={Plus} onPress={() => onChange([...value, noNames])}>
          {t('agreements.addTraining')}
        </Button>
      </div>
      {value.length === 0 ? <p className="quiet">{t('agreements.noTraining')}</p> : null}
      {value.map((training, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a training has nothing but its place among the others
        <div key={index} className="removable">
          <NamesField
            name={`trainingOwed.${index}`}
            label={t('agreements.trainingNumber', { number: index + 1 })}
            value={training}
            onChange={(names) => onChange(value.map((one, at) => (at === index ? names : one)))}
          />
          <Button
            size="small"
            aria-label={t('agreements.removeTraining', { number: index + 1 })}
            onPress={() => onChange(value.filter((_, at) => at !== index))}
          >
            {t('people.remove')}
          </Button>
        </div>
      ))}
    </section>
  );
}
