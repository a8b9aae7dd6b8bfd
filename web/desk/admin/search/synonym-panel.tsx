import { useTranslation } from 'react-i18next';
import { Tap } from '../../../shared/ui/taps.tsx';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useLatest } from '../edit/use-latest.ts';
import { useSaving } from '../edit/use-saving.ts';
import { missingFields } from '../fields/missing.ts';
import { useLanguageName } from '../words.ts';
import { listSynonyms, putSynonym, type Synonym } from './api.ts';
import { keys } from './queries.ts';
import { type Explained, ExplainedFields, meaningsOf, written } from './synonym-fields.tsx';

type Details = Explained & { active: boolean };
const detailsOf = ({ meanings, both, active }: Synonym): Details => ({ meanings: written(meanings), both, active });

/** One word: what it means, and whether the search uses it. */
export function SynonymPanel({ synonym, onClose }: { synonym: Synonym; onClose: () => void }) {
  const { t } = useTranslation(['search', 'admin']);
  const languageName = useLanguageName();
  const edit = useEdit(`search/${synonym.id}`, detailsOf(synonym));
  const saving = useSaving([keys.synonyms, keys.tried]);
  const latest = useLatest([...keys.synonyms, 'latest'], listSynonyms, synonym.id, detailsOf);
  const save = () =>
    saving.run({
      edit,
      missing: missingFields(edit.value, ['meanings']),
      latest,
      send: (change, now = edit.value) => {
        const { meanings, both, active } = { ...now, ...change };
        return putSynonym(synonym.id, { meanings: meaningsOf(meanings), both, active });
      },
      said: t('admin:saved', { what: synonym.word }),
      hasUndo: true,
      onDone: onClose,
    });
  return (
    <EditPanel
      title={synonym.word}
      facts={`${languageName(synonym.language)} · ${t(`origins.${synonym.origin}`)}`}
      edit={edit}
      saving={saving}
      labels={{ meanings: t('meaning'), both: t('both'), active: t('active') }}
      save={t('admin:save')}
      readOnly={synonym.mine ? undefined : t('readOnly')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <ExplainedFields language={synonym.language} value={edit.value} onChange={edit.change} />
      <section>
        <Tap value="active" isSelected={edit.value.active} onChange={(active) => edit.change({ active })}>
          {t('active')}
        </Tap>
        <p className="hint">{t('activeHint')}</p>
      </section>
    </EditPanel>
  );
}
