import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { useNames } from '../session.tsx';
import { isChannel, useChannelName } from '../words.ts';

type Arrangement = MatterPage['customer']['arrangements'][number];
type Ground = 'consent' | 'law' | 'vital-interest';
export type ArrangementDetail = { kind: string; detail: string; legalGround: Ground; expiresOn: string | null };

const grounds: Ground[] = ['consent', 'law', 'vital-interest'];

/** What one arrangement is in detail, on which ground it is kept and how long. Never why. */
export function ArrangementDetails({ arrangement, onSave }: { arrangement: Arrangement; onSave: (detail: ArrangementDetail) => void }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const id = useId();
  const channelName = useChannelName();
  const { date } = useTimes();
  const channel = isChannel(arrangement.askedAt) ? channelName(arrangement.askedAt) : t('arrangements.askedAtDesk');
  const asked = [channel, names.point(arrangement.askedPointId), arrangement.notedAt && date(arrangement.notedAt)]
    .filter(Boolean)
    .join(', ');
  const [detail, setDetail] = useState(arrangement.detail);
  const [legalGround, setGround] = useState(arrangement.legalGround as Ground);
  const [expiresOn, setExpires] = useState(arrangement.expiresOn ?? '');
  const isChanged = detail !== arrangement.detail || legalGround !== arrangement.legalGround || expiresOn !== (arrangement.expiresOn ?? '');
  const save = () => onSave({ kind: arrangement.kind, detail: detail.trim(), legalGround, expiresOn: expiresOn || null });
  return (
    <section className="fields" aria-labelledby={id}>
      <h3 id={id}>{names.item('specialNeeds', arrangement.kind)}</h3>
      <TextField label={t('arrangements.detail')} value={detail} onChange={setDetail} maxLength={200} />
      <div className="fields two">
        <Select
          label={t('arrangements.ground')}
          options={grounds.map((id) => ({ id, label: t(`arrangements.grounds.${id}`) }))}
          value={legalGround}
          onChange={(id) => setGround(id as Ground)}
        />
        <TextField label={t('arrangements.expires')} type="date" value={expiresOn} onChange={setExpires} />
      </div>
      <p className="quiet small">{t('arrangements.asked', { where: asked })}</p>
      <p>
        <Button isDisabled={!isChanged} onPress={save}>
          {t('save')}
        </Button>
      </p>
    </section>
  );
}
