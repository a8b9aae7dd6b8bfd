import { useTranslation } from 'react-i18next';
import { type Agreement, agreements } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { pick } from '../edit/three-way.ts';
import { useEdit } from '../edit/use-edit.ts';
import { useLatest } from '../edit/use-latest.ts';
import { useSaving } from '../edit/use-saving.ts';
import { keys } from '../queries.ts';
import { useOrganisationName } from '../words.ts';
import { AgreementFields, type Details, missingIn, tidied } from './agreement-fields.tsx';

const fields = ['pointId', 'serviceName', 'tasks', 'wording', 'trainingOwed', 'validFrom', 'validUntil'] as const;
const detailsOf = (agreement: Agreement) => pick(agreement, fields) as Details;

export function AgreementPanel({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const organisationName = useOrganisationName();
  const edit = useEdit(`agreements/${agreement.id}`, detailsOf(agreement));
  const saving = useSaving([keys.agreements]);
  const latest = useLatest(keys.agreements, agreements.list, agreement.id, detailsOf);
  const parties = t('agreements.parties', {
    principal: organisationName(agreement.principalId),
    provider: organisationName(agreement.providerId),
  });
  const save = () =>
    saving.run({
      edit,
      missing: missingIn(edit.value),
      latest,
      send: (change) => agreements.change(agreement.id, tidied(change)),
      said: t('saved', { what: parties }),
      hasUndo: true,
      onDone: () => onClose(),
    });
  return (
    <EditPanel
      wide
      title={organisationName(agreement.principalId)}
      facts={t('agreements.byProvider', { provider: organisationName(agreement.providerId) })}
      edit={edit}
      saving={saving}
      labels={{
        pointId: t('agreements.point'),
        serviceName: t('agreements.service'),
        tasks: t('agreements.tasks'),
        wording: t('agreements.wording'),
        trainingOwed: t('agreements.training'),
        validFrom: t('validFrom'),
        validUntil: t('lastDay'),
      }}
      save={t('save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <AgreementFields value={edit.value} onChange={edit.change} />
    </EditPanel>
  );
}
