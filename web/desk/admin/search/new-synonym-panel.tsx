import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { LineField, PickField } from '../fields/fields.tsx';
import { missingFields } from '../fields/missing.ts';
import { useLanguageName } from '../words.ts';
import { addSynonym, type Tongue, type UnansweredSearch } from './api.ts';
import { keys } from './queries.ts';
import { type Explained, ExplainedFields, meaningsOf } from './synonym-fields.tsx';

const tongues: readonly Tongue[] = ['fi', 'sv', 'en'];

type NewSynonym = Explained & { word: string; language: Tongue };

/** A word and what it means; opened from a search in vain, the word is there already. */
export function NewSynonymPanel({ mends, onClose }: { mends: UnansweredSearch | null; onClose: () => void }) {
  const { t } = useTranslation(['search', 'admin']);
  const locale = useLocale();
  const languageName = useLanguageName();
  const nothing: NewSynonym = { word: mends?.words ?? '', language: mends?.language ?? locale, meanings: '', both: false };
  const edit = useEdit(`search/new${mends ? `/${mends.language} ${mends.words}` : ''}`, nothing);
  const saving = useSaving([keys.synonyms, keys.unanswered, keys.tried]);
  const { word, language, meanings, both } = edit.value;
  const save = () =>
    saving.run({
      edit,
      missing: missingFields(edit.value, ['word', 'meanings']),
      send: () => addSynonym({ word, language, meanings: meaningsOf(meanings), both, ...(mends ? { mends: mends.words } : {}) }),
      said: t('added', { word: word.trim() }),
      onDone: onClose,
    });
  return (
    <EditPanel
      isNew
      title={t('add')}
      facts={mends ? t('mends', { words: mends.words }) : t('addHint')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('admin:addThis')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <section className="fields">
        <LineField
          name="word"
          label={t('word')}
          hint={t('wordHint')}
          value={word}
          onChange={(next) => edit.change({ word: next })}
          autoFocus={mends === null}
        />
        <PickField
          name="language"
          label={t('language')}
          options={tongues.map((id) => ({ id, label: languageName(id) }))}
          value={language}
          onChange={(id) => edit.change({ language: id as Tongue })}
        />
      </section>
      <ExplainedFields language={language} value={edit.value} onChange={edit.change} autoFocus={mends !== null} />
    </EditPanel>
  );
}
