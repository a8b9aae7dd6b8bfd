import { useTranslation } from 'react-i18next';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { useOrganisationOptions } from '../../options.ts';
import { type Agreement, agreements } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { PickField } from '../fields/fields.tsx';
import { useOnlyOwner } from '../fields/owner-field.tsx';
import { keys } from '../queries.ts';
import { useOrganisationName } from '../words.ts';
import { AgreementFields, type Details, missingIn, tidied } from './agreement-fields.tsx';

const nothing: Details & { principalId: string | null } = {
  principalId: null,
  pointId: null,
  serviceName: null,
  tasks: ['inform'],
  wording: {},
  trainingOwed: [],
  validFrom: todayInFinland(),
  validUntil: daysAfter(todayInFinland(), 365),
};

export function NewAgreementPanel({ onClose }: { onClose: (itemId?: string) => void }) {
  const { t } = useTranslation('admin');
  const organisationName = useOrganisationName();
  const edit = useEdit('agreements/new', { ...nothing, providerId: useOnlyOwner() });
  const saving = useSaving([keys.agreements]);
  const options = useOrganisationOptions();
  const { principalId, providerId, ...details } = edit.value;
  const save = () =>
    saving.run({
      edit,
      missing: [...(principalId ? [] : ['principalId']), ...(providerId ? [] : ['providerId']), ...missingIn(details)],
      send: () => agreements.create({ ...tidied(details), principalId: principalId ?? '', providerId: providerId ?? '' }),
      said: t('added', {
        what: t('agreements.parties', { principal: organisationName(principalId), provider: organisationName(providerId) }),
      }),
      onDone: (agreement) => onClose((agreement as Agreement).id),
    });
  return (
    <EditPanel
      isNew
      wide
      title={t('agreements.add')}
      facts={t('agreements.addHint')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('addThis')}
      onSave={() => void save()}
      onClose={() => onClose()}
    >
      <section className="fields two">
        <PickField
          name="principalId"
          label={t('agreements.principal')}
          hint={t('agreements.principalHint')}
          options={options}
          value={principalId}
          onChange={(chosen) => edit.change({ principalId: chosen })}
        />
        <PickField
          name="providerId"
          label={t('agreements.provider')}
          hint={t('agreements.providerHint')}
          options={options}
          value={providerId}
          onChange={(chosen) => edit.change({ providerId: chosen })}
        />
      </section>
      <AgreementFields value={details} onChange={edit.change} />
    </EditPanel>
  );
}
