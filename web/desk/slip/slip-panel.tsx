import './slip.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { makeSlip, type NewSlip, readSlip, revokeSlip, type SlipFacts } from '../../shared/api/slips.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Choice } from '../../shared/ui/choice.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { MadeSlip } from './made-slip.tsx';

export const slipKey = (matterId: string) => ['slip', matterId] as const;
export const useSlip = (matterId: string) => useQuery({ queryKey: slipKey(matterId), queryFn: () => readSlip(matterId) });

/** Makes, renews and revokes the slip of a customer who has no other way back. The PIN is shown once, here. */
export function SlipPanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('slips');
  const facts = useSlip(page.id).data;
  const [made, setMade] = useState<NewSlip | null>(null);
  const [named, setNamed] = useState<string | null>(null);
  const { run, isRunning } = useDeed([keys.matter(page.id), slipKey(page.id)]);
  const exists = facts !== undefined && facts.state !== 'none';
  const revoke = async () => {
    if (!(await run(() => revokeSlip(page.id)))) return;
    setMade(null);
    showToast({ text: t('revoked') });
  };
  if (made) {
    return (
      <Panel title={t('title')} facts={page.title} onClose={onClose}>
        <MadeSlip slip={made} />
      </Panel>
    );
  }
  return (
    <Panel title={t('title')} facts={page.title} onClose={onClose}>
      <section className="fields">
        <p>{t('what')}</p>
        {facts && exists ? <Standing facts={facts} /> : null}
        <Choice
          label={t('names')}
          note={t('namesWhy')}
          options={[
            { id: 'no', label: t('namesNo') },
            { id: 'yes', label: t('namesYes') },
          ]}
          value={named}
          onChange={setNamed}
        />
        <p>
          <Button
            kind="primary"
            isPending={isRunning}
            isDisabled={named === null || facts === undefined}
            onPress={() => void run(async () => setMade(await makeSlip(page.id, named === 'yes')))}
          >
            {t(exists ? 'makeNew' : 'make')}
          </Button>
        </p>
        {named === null ? <p className="quiet">{t('askFirst')}</p> : null}
      </section>
      {exists ? (
        <section className="fields">
          <p>{t('revokeWhat')}</p>
          <p>
            <Button isPending={isRunning} onPress={() => void revoke()}>
              {t('revoke')}
            </Button>
          </p>
        </section>
      ) : null}
    </Panel>
  );
}

function Standing({ facts }: { facts: SlipFacts }) {
  const { t } = useTranslation('slips');
  return (
    <p className="slip-standing" role="status">
      <strong>{t(`states.${facts.state}`)}</strong>{' '}
      {facts.madeAt ? (
        <span className="quiet">
          {t('madeAt')} <Time at={facts.madeAt} look="date" />
          {facts.usedAt ? (
            <>
              {' · '}
              {t('usedAt')} <Time at={facts.usedAt} />
            </>
          ) : null}
        </span>
      ) : null}
    </p>
  );
}
