import './referral.css';
import { ShieldCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { type Referral, refer } from '../../shared/api/referrals.ts';
import { newKey } from '../../shared/api/request.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Tap, Taps } from '../../shared/ui/taps.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useSuggestions } from '../knowledge/support/queries.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { Given } from './given.tsx';
import { SkillPart } from './skill-part.tsx';
import { Suggested } from './suggested.tsx';

type ReferralPanelProps = { page: MatterPage; referrals: readonly Referral[]; openId: string | null; onClose: () => void };

/** Referring to digital support: questions, check-list, who could help; then what was made, to give to the customer. */
export function ReferralPanel({ page, referrals, openId, onClose }: ReferralPanelProps) {
  const { t } = useTranslation('support');
  const [madeId, setMadeId] = useState(openId);
  const made = referrals.find(({ id }) => id === madeId);
  if (madeId) {
    return (
      <Panel title={t('referral.title')} facts={page.title} onClose={onClose}>
        <Never />
        {made ? <Given page={page} referral={made} /> : null}
      </Panel>
    );
  }
  return <Referring page={page} onMade={setMadeId} onClose={onClose} />;
}

function Referring({ page, onMade, onClose }: { page: MatterPage; onMade: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation('support');
  const names = useNames();
  const key = useRef(newKey());
  const [criteria, setCriteria] = useState<string[]>([]);
  const [home, setHome] = useState(false);
  const [actorId, setActorId] = useState<string | null>(null);
  const [wish, setWish] = useState('');
  const suggestions = useSuggestions({ criteria, language: page.language, home }).data;
  const { run, isRunning, problem } = useDeed([keys.referrals(page.id), keys.matter(page.id)], { tellsHere: true });

  async function save() {
    if (!actorId) return;
    let id = '';
    const send = async () => {
      id = (await refer(page.id, { actorId, criteria, wish }, key.current)).id;
    };
    if (await run(send)) onMade(id);
  }

  return (
    <Panel
      title={t('referral.title')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('referral.make')}
          isPending={isRunning}
          isDisabled={!actorId || criteria.length === 0}
          onSave={() => void save()}
          problem={problem}
        />
      }
    >
      <Never />
      <SkillPart page={page} />
      <section className="fields">
        <Taps label={t('referral.criteria')} options={names.items('digitalReferralCriteria')} value={criteria} onChange={setCriteria} />
        <Tap value="home" isSelected={home} onChange={setHome}>
          {t('referral.home')}
        </Tap>
        {criteria.length === 0 ? (
          <p className="quiet">{t('referral.tickFirst')}</p>
        ) : suggestions ? (
          <Suggested suggestions={suggestions} value={actorId} onChange={setActorId} />
        ) : null}
        <TextField label={t('referral.wish')} hint={t('referral.wishHint')} value={wish} maxLength={500} rows={2} onChange={setWish} />
      </section>
    </Panel>
  );
}

function Never() {
  const { t } = useTranslation('mapping');
  return (
    <p className="with-sign">
      <Icon of={ShieldCheck} /> {t('skills.never')}
    </p>
  );
}
