import { CircleCheck, CircleDot, Clock, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Need } from '../../../server/modules/matters/needs/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { Button } from '../../shared/ui/button.tsx';
import { StatusWord } from '../../shared/ui/status.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { useNames } from '../session.tsx';
import { NeedPanel } from './need-panel.tsx';

/** What the customer needs, whose it is, how far it is. */
export function Needs({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const [edited, setEdited] = useState<Need | 'new' | null>(null);
  const mayChange = page.may.write && page.state === 'open';
  return (
    <section className="needs" aria-labelledby="needs">
      <h2 className="heard" id="needs">
        {t('needs.title')}
      </h2>
      <ul>
        {page.needs
          .filter((need) => need.state !== 'dropped')
          .map((need) => (
            <NeedLine key={need.id} need={need} {...(mayChange ? { onEdit: () => setEdited(need) } : {})} />
          ))}
      </ul>
      {mayChange ? (
        <Button kind="plain" size="small" icon={Plus} onPress={() => setEdited('new')}>
          {t('needs.add')}
        </Button>
      ) : null}
      {edited ? <NeedPanel page={page} need={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </section>
  );
}

function NeedLine({ need, onEdit }: { need: Need; onEdit?: () => void }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const words = need.serviceName || need.ownWords || t('needs.unknown');
  return (
    <li className="need-row">
      {onEdit ? (
        <button type="button" className="need-name" onClick={onEdit} title={t('needs.edit')}>
          {words}
        </button>
      ) : (
        <span>{words}</span>
      )}
      <span className="quiet">{need.organisationId ? names.organisation(need.organisationId) : t('needs.notDirected')}</span>
      <NeedState need={need} />
    </li>
  );
}

function NeedState({ need }: { need: Need }) {
  const { t } = useTranslation('desk');
  const { date } = useTimes();
  if (need.outcome && need.outcomeAt) {
    const tone = need.outcome === 'neither' ? 'warn' : 'good';
    return (
      <StatusWord tone={tone} icon={need.outcome === 'neither' ? CircleDot : CircleCheck}>
        {t(`outcomes.${need.outcome}`)} {date(need.outcomeAt)}
      </StatusWord>
    );
  }
  const state = need.receivedAt ? 'received' : need.state === 'dropped' || need.state === 'settled' ? 'identified' : need.state;
  return (
    <StatusWord tone={state === 'identified' ? 'quiet' : 'wait'} icon={state === 'identified' ? CircleDot : Clock}>
      {t(`needs.states.${state}`)}
    </StatusWord>
  );
}
