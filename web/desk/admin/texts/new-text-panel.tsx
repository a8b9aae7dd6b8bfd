import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { type Template, templates } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { PickField } from '../fields/fields.tsx';
import { KeyField } from '../fields/key-field.tsx';
import { keyOf } from '../fields/key-of.ts';
import { useOnlyOwner } from '../fields/owner-field.tsx';
import { keys, useOrganisations } from '../queries.ts';
import { useKeepsShared, useNameHere, validityOf } from '../words.ts';
import { type Details, kinds, missingIn, noText, tidied } from './text-details.ts';
import { TextFields } from './text-fields.tsx';

const nothing: Details & Pick<Template, 'key' | 'kind'> = {
  key: '',
  kind: 'answer',
  texts: { fi: noText, sv: noText, en: noText },
  active: true,
};

export function NewTextPanel({ onClose }: { onClose: (itemId?: string) => void }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const edit = useEdit<typeof nothing & Pick<Template, 'organisationId'>>('texts/new', { ...nothing, organisationId: useOnlyOwner() });
  const saving = useSaving([keys.templates, ['templates']]);
  const { key, kind, organisationId, ...details } = edit.value;
  const save = () =>
    saving.run({
      edit,
      missing: missingIn(details),
      send: () => templates.create({ ...tidied(details), kind, organisationId, key: key || keyOf(details.texts.fi.subject) }),
      said: t('added', { what: details.texts[locale].subject }),
      onDone: (template) => onClose((template as Template).id),
    });
  return (
    <EditPanel
      isNew
      wide
      title={t('texts.add')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('addThis')}
      onSave={() => void save()}
      onClose={() => onClose()}
    >
      <section className="fields two">
        <PickField
          name="kind"
          label={t('texts.kind')}
          options={kinds.map((id) => ({ id, label: t(`texts.kindOne.${id}`) }))}
          value={kind}
          onChange={(chosen) => edit.change({ kind: chosen as Template['kind'] })}
        />
        <KeeperField value={organisationId} onChange={(chosen) => edit.change({ organisationId: chosen })} />
      </section>
      <TextFields value={details} onChange={edit.change} />
      <section>
        <KeyField value={key} name={details.texts.fi.subject} onChange={(written) => edit.change({ key: written })} />
      </section>
    </EditPanel>
  );
}

/** A text of one organisation, or one for all where one keeps what is common. */
function KeeperField({ value, onChange }: { value: string | null; onChange: (organisationId: string | null) => void }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const keepsShared = useKeepsShared();
  const kept = (useOrganisations().data ?? []).filter((one) => validityOf(one) !== 'ended');
  return (
    <PickField
      name="organisationId"
      label={t('owner')}
      {...(keepsShared ? { none: t('texts.common') } : {})}
      options={kept.map((one) => ({ id: one.id, label: nameHere(one.name) }))}
      value={value}
      onChange={onChange}
    />
  );
}
