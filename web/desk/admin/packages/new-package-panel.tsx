import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { makePackage } from '../../../shared/api/packages.ts';
import { newKey } from '../../../shared/api/request.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { saidIn } from '../../packages/package-words.ts';
import { keys } from '../../queries.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { OwnerField, useOnlyOwner } from '../fields/owner-field.tsx';
import { missingIn, nothing, tidied } from './package-details.ts';
import { PackageFields } from './package-fields.tsx';

/** A package of one's own; the national life events have theirs. */
export function NewPackagePanel({ onClose }: { onClose: (itemId?: string) => void }) {
  const { t } = useTranslation('packages');
  const { t: admin } = useTranslation('admin');
  const locale = useLocale();
  const key = useRef(newKey());
  const edit = useEdit('packages/new', { ...nothing, organisationId: useOnlyOwner() });
  const saving = useSaving([keys.packages]);
  const { organisationId, ...details } = edit.value;
  const save = () =>
    saving.run({
      edit,
      missing: [...(organisationId ? [] : ['organisationId']), ...missingIn(details)],
      send: () =>
        makePackage({ ownerOrganisationId: organisationId ?? '', lifeEvent: null, content: tidied(details.content) }, key.current),
      said: admin('added', { what: saidIn(details.content.texts, locale)?.title ?? '' }),
      onDone: (made) => onClose((made as { id: string }).id),
    });
  return (
    <EditPanel
      isNew
      wide
      title={t('edit.add')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={admin('addThis')}
      onSave={() => void save()}
      onClose={() => onClose()}
    >
      <section className="fields two">
        <OwnerField value={organisationId} onChange={(chosen) => edit.change({ organisationId: chosen })} />
      </section>
      <PackageFields value={details} onChange={edit.change} />
    </EditPanel>
  );
}
