import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataRequest } from '../../../server/modules/matters/data-requests/schema.ts';
import { liftRestriction } from '../../shared/api/data-requests.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** The person is told before the restriction ends (GDPR art. 18(3)). */
export function LiftPanel({ request, onClose }: { request: DataRequest; onClose: () => void }) {
  const { t } = useTranslation('rights');
  const [reason, setReason] = useState('');
  const { run, isRunning, problem } = useDeed([keys.dataRequests], { tellsHere: true });
  const save = async () => {
    if (!(await run(() => liftRestriction(request.id, reason)))) return;
    showToast({ text: t('lifting.done') });
    onClose();
  };
  return (
    <Panel
      title={t('lifting.title')}
      facts={request.customerName}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('lifting.save')}
          isPending={isRunning}
          isDisabled={reason.trim() === ''}
          problem={problem}
          onSave={() => void save()}
        />
      }
    >
      <section className="fields">
        <p>{t('lifting.how')}</p>
        <TextField label={t('lifting.reason')} hint={t('lifting.reasonHint')} rows={5} value={reason} onChange={setReason} isRequired />
      </section>
    </Panel>
  );
}
