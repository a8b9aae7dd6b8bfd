import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Need, Outcome } from '../../../server/modules/matters/needs/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { addNeed, changeNeed, settleNeed } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Tap } from '../../shared/ui/taps.tsx';
import { TextArea, TextField } from '../../shared/ui/text-field.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { FormFoot } from '../form-foot.tsx';
import { useOrganisationOptions } from '../options.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { OutcomeFields } from './outcome-fields.tsx';

/** A need gets sharper along the path: whose it is, what it is called, how it ended. */
export function NeedPanel({ page, need, onClose }: { page: MatterPage; need: Need | null; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const organisations = useOrganisationOptions();
  const [serviceName, setServiceName] = useState(need?.serviceName ?? '');
  const [ownWords, setOwnWords] = useState(need?.ownWords ?? '');
  const [organisationId, setOrganisationId] = useState(need?.organisationId ?? null);
  const [received, setReceived] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(need?.outcome ?? null);
  const [receipt, setReceipt] = useState(need?.receipt ?? '');
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);

  async function save() {
    const words = { organisationId, serviceName: serviceName.trim() || null, ownWords };
    const isSettled = need !== null && outcome !== null && (outcome !== need.outcome || receipt !== (need.receipt ?? ''));
    const done = await run(async () => {
      if (!need) return addNeed(page.id, words);
      await changeNeed(page.id, need.id, { ...words, ...(received ? { received: { pointId: page.pointId } } : {}) });
      if (isSettled) await settleNeed(page.id, need.id, { outcome, receipt: receipt.trim() || null });
    });
    if (done) onClose();
  }

  async function drop() {
    if (!need || !(await run(() => changeNeed(page.id, need.id, { state: 'dropped' })))) return;
    showToast({
      text: t('needs.dropped'),
      undo: async () => void (await run(() => changeNeed(page.id, need.id, { state: need.organisationId ? 'directed' : 'identified' }))),
    });
    onClose();
  }

  return (
    <Panel
      title={need ? t('needs.edit') : t('needs.add')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot save={t('save')} isPending={isRunning} isDisabled={!serviceName.trim() && !ownWords.trim()} onSave={() => void save()}>
          {need ? <Button onPress={() => void drop()}>{t('needs.drop')}</Button> : null}
        </FormFoot>
      }
    >
      <section className="fields">
        <TextField label={t('needs.service')} hint={t('needs.serviceHint')} value={serviceName} onChange={setServiceName} autoFocus />
        <ComboBox label={t('needs.organisation')} options={organisations} value={organisationId} onChange={setOrganisationId} />
        <TextArea label={t('needs.ownWords')} value={ownWords} onChange={setOwnWords} rows={3} />
        {need && !need.receivedAt ? (
          <Tap value="received" isSelected={received} onChange={setReceived}>
            {t('needs.markReceived')}
          </Tap>
        ) : null}
      </section>
      {need ? (
        <section>
          <OutcomeFields label={t('needs.outcome')} outcome={outcome} onOutcome={setOutcome} receipt={receipt} onReceipt={setReceipt} />
        </section>
      ) : null}
    </Panel>
  );
}
