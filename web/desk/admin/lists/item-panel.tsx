import { useTranslation } from 'react-i18next';
import { Tap } from '../../../shared/ui/taps.tsx';
import { type ListItem, putItem, readLists } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useLatest } from '../edit/use-latest.ts';
import { useSaving } from '../edit/use-saving.ts';
import { missingNames } from '../fields/missing.ts';
import { NamesField } from '../fields/names-field.tsx';
import { keys } from '../queries.ts';
import { useNameHere } from '../words.ts';
import { useListName } from './list-names.ts';

type Details = Pick<ListItem, 'label' | 'active'>;
const detailsOf = ({ label, active }: Details): Details => ({ label, active });

/** One item: what it is called in each language, and whether it is in use. It is never removed, since statistics count by it. */
export function ItemPanel({ item, onClose }: { item: ListItem; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const listName = useListName();
  const edit = useEdit(`lists/${item.list}/${item.key}`, detailsOf(item));
  const saving = useSaving([keys.lists]);
  const latest = useLatestItem(item);
  const save = () =>
    saving.run({
      edit,
      missing: missingNames('label', edit.value.label),
      latest,
      send: (change) => putItem({ ...item, ...edit.value, ...change }),
      said: t('saved', { what: nameHere(edit.value.label) }),
      hasUndo: true,
      onDone: () => onClose(),
    });
  return (
    <EditPanel
      title={nameHere(item.label)}
      facts={listName(item.list)}
      edit={edit}
      saving={saving}
      labels={{ label: t('lists.label'), active: t('lists.active') }}
      save={t('save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <section className="fields">
        <NamesField name="label" label={t('lists.label')} value={edit.value.label} onChange={(label) => edit.change({ label })} autoFocus />
      </section>
      <section>
        <Tap value="active" isSelected={edit.value.active} onChange={(active) => edit.change({ active })}>
          {t('lists.active')}
        </Tap>
        <p className="hint">{t('lists.activeHint')}</p>
      </section>
    </EditPanel>
  );
}

function useLatestItem(item: ListItem): () => Promise<Details | undefined> {
  return useLatest(
    [...keys.lists, 'latest'],
    async () => ((await readLists())[item.list] ?? []).map((one) => ({ ...one, id: one.key })),
    item.key,
    detailsOf,
  );
}
