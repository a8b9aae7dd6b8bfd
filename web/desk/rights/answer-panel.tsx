import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataRequest, DataRequestAnswer } from '../../../server/modules/matters/data-requests/schema.ts';
import { answerDataRequest } from '../../shared/api/data-requests.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

const outcomes = ['done', 'partly', 'refused'] as const;
const erasable = ['contact-data', 'arrangements', 'digital-skill', 'appointments'] as const;

/** What was done and why, in words the customer reads; what is erased is erased with it. */
export function AnswerPanel({ request, onClose }: { request: DataRequest; onClose: () => void }) {
  const { t } = useTranslation('rights');
  const [outcome, setOutcome] = useState<DataRequestAnswer['outcome'] | null>(null);
  const [reason, setReason] = useState('');
  const [erase, setErase] = useState<DataRequestAnswer['erase']>([]);
  const { run, isRunning, problem } = useDeed([keys.dataRequests], { tellsHere: true });
  const mayErase = request.kind === 'erase' && outcome !== null && outcome !== 'refused';
  const save = async () => {
    if (!outcome) return;
    const answer = { outcome, reason, erase: mayErase ? erase : [] };
    if (!(await run(() => answerDataRequest(request.id, answer)))) return;
    showToast({ text: t('done') });
    onClose();
  };
  return (
    <Panel
      title={t(`kinds.${request.kind}`)}
      facts={request.customerName}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('answer')}
          isPending={isRunning}
          isDisabled={!outcome || reason.trim() === ''}
          problem={problem}
          onSave={() => void save()}
        />
      }
    >
      <section className="fields">
        <p className="said">{request.words}</p>
        <Choice
          label={t('outcome')}
          options={outcomes.map((id) => ({ id, label: t(`outcomes.${id}`) }))}
          value={outcome}
          onChange={(id) => setOutcome(id as DataRequestAnswer['outcome'])}
        />
        <TextField label={t('reason')} hint={t('reasonHint')} rows={5} value={reason} onChange={setReason} isRequired />
        {request.kind === 'restrict' ? <p className="hint">{t('restrictHint')}</p> : null}
        {request.isNoticed ? null : <p className="hint">{t('noNotice')}</p>}
        {mayErase && request.isServed ? <p className="hint">{t('served')}</p> : null}
        {mayErase && !request.isServed ? (
          <>
            <Taps
              label={t('erase')}
              options={erasable.map((id) => ({ id, label: t(`erased.${id}`) }))}
              value={erase}
              onChange={(ids) => setErase(ids as DataRequestAnswer['erase'])}
            />
            <p className="hint">{t('eraseHint')}</p>
          </>
        ) : null}
      </section>
    </Panel>
  );
}
