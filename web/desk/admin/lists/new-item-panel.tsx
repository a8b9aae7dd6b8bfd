import { useTranslation } from 'react-i18next';
import { type ListItem, putItem } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { PickField } from '../fields/fields.tsx';
import { KeyField } from '../fields/key-field.tsx';
import { keyOf } from '../fields/key-of.ts';
import { missingNames, noNames } from '../fields/missing.ts';
import { NamesField } from '../fields/names-field.tsx';
import { keys } from '../queries.ts';
import { useNameHere } from '../words.ts';
import { grouping, useKindWord, useListName } from './list-names.ts';

type NewItemPanelProps = { list: string; items: readonly ListItem[]; onClose: () => void };

const nothing: { label: ListItem['label']; key: string; kind: string | null } = { label: noNames, key: '', kind: null };

/** An item at the end of its list; where the items are grouped, it belongs to one of the groups there are. */
export function NewItemPanel({ list, items, onClose }: NewItemPanelProps) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const listName = useListName();
  const kindWord = useKindWord();
  const edit = useEdit(`lists/${list}/new`, nothing);
  const saving = useSaving([keys.lists]);
  const { label, key, kind } = edit.value;
  const groupedBy = grouping.find((name) => items.some((item) => item.extra[name] !== undefined));
  const kinds = groupedBy ? [...new Set(items.map((item) => String(item.extra[groupedBy])))] : [];
  const chosenKey = key || keyOf(label.en || label.fi);
  // Put under a key in use, the new item would change that one.
  const isTaken = items.some((item) => item.key === chosenKey);
  const position = Math.max(-1, ...items.map((item) => item.position)) + 1;
  const save = () =>
    saving.run({
      edit,
      missing: [...missingNames('label', label), ...(groupedBy && !kind ? ['kind'] : [])],
      send: () => putItem({ list, key: chosenKey, label, extra: groupedBy ? { [groupedBy]: kind } : {}, position, active: true }),
      said: t('added', { what: nameHere(label) }),
      onDone: () => onClose(),
    });
  return (
    <EditPanel
      isNew
      title={t('lists.add')}
      facts={listName(list)}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('addThis')}
      onSave={() => isTaken || void save()}
      onClose={onClose}
    >
      <section className="fields">
        <NamesField name="label" label={t('lists.label')} value={label} onChange={(names) => edit.change({ label: names })} autoFocus />
        {groupedBy ? (
          <PickField
            name="kind"
            label={t('lists.group')}
            options={kinds.map((id) => ({ id, label: kindWord(id) }))}
            value={kind}
            onChange={(chosen) => edit.change({ kind: chosen })}
          />
        ) : null}
      </section>
      <section>
        <KeyField value={key} name={label.en || label.fi} onChange={(written) => edit.change({ key: written })} />
        {isTaken ? <p className="field-problem">{t('lists.keyTaken')}</p> : null}
      </section>
    </EditPanel>
  );
}
