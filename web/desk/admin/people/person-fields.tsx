import { useTranslation } from 'react-i18next';
import { Choice } from '../../../shared/ui/choice.tsx';
import type { Person } from '../api.ts';
import { LineField } from '../fields/fields.tsx';
import { NamesField } from '../fields/names-field.tsx';
import { useLanguageName } from '../words.ts';

export type Details = Pick<Person, 'name' | 'title' | 'language'>;

export function PersonFields({ value, onChange }: { value: Details; onChange: (change: Partial<Details>) => void }) {
  const { t } = useTranslation('admin');
  const languageName = useLanguageName();
  return (
    <>
      <LineField
        name="name"
        label={t('people.name')}
        value={value.name}
        onChange={(name) => onChange({ name })}
        isRequired
        maxLength={200}
      />
      <NamesField
        name="title"
        label={t('people.title')}
        hint={t('people.titleHint')}
        value={value.title}
        onChange={(title) => onChange({ title })}
        isRequired={false}
      />
      <Choice
        label={t('people.language')}
        options={(['fi', 'sv', 'en'] as const).map((id) => ({ id, label: languageName(id) }))}
        value={value.language}
        onChange={(language) => onChange({ language: language as Details['language'] })}
      />
    </>
  );
}
