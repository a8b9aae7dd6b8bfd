import { useQuery } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterIdentity } from '../../../server/modules/matters/claims/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { decideClaim, readIdentity } from '../../shared/api/identity.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { type Carried, ClaimReach } from './claim-reach.tsx';
import { IdentityPanel } from './identity-panel.tsx';

/** Whether anybody has proved to be the customer, and who says so and waits to be confirmed. For those who keep the matter. */
export function IdentitySection({ page }: { page: MatterPage }) {
  return page.may.write ? <KnownIdentity page={page} /> : null;
}

function KnownIdentity({ page }: { page: MatterPage }) {
  const { t } = useTranslation('identity');
  const [isJoining, setJoining] = useState(false);
  // Below the matter's own key: what makes the matter old makes this old.
  const { data } = useQuery({ queryKey: [...keys.matter(page.id), 'identity'], queryFn: () => readIdentity(page.id) });
  if (!data) return null;
  return (
    <section className="section" aria-labelledby="identity">
      <div className="section-head">
        <h2 id="identity">{t('title')}</h2>
        {data.identity ? null : (
          <Button kind="plain" size="small" push onPress={() => setJoining(true)}>
            {t('join')}
          </Button>
        )}
      </div>
      {data.identity ? <Known identity={data.identity} /> : <p className="quiet">{t('unknown')}</p>}
      {data.claims.map((claim) => (
        <Claim key={claim.id} page={page} claim={claim} />
      ))}
      {isJoining ? <IdentityPanel page={page} onClose={() => setJoining(false)} /> : null}
    </section>
  );
}

function Known({ identity }: { identity: NonNullable<MatterIdentity['identity']> }) {
  const { t } = useTranslation('identity');
  const { date } = useTimes();
  return (
    <p className="id-level">
      <span className="good">
        <Icon of={BadgeCheck} />
      </span>
      <span>
        {t(`kinds.${identity.kind}`)}
        <span className="quiet small id-when">{t(`learned.${identity.learned}`, { date: date(identity.at) })}</span>
      </span>
    </p>
  );
}

/** The name the identity provider told, beside the one the customer told: a keeper decides, and names alone decide nothing. */
function Claim({ page, claim }: { page: MatterPage; claim: MatterIdentity['claims'][number] }) {
  const { t } = useTranslation('identity');
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);
  const { givenName, familyName } = page.customer;
  const said = [givenName, familyName].filter(Boolean).join(' ');
  const [carried, setCarried] = useState<Carried[]>([]);
  const confirm = () => void run(() => decideClaim(page.id, claim.id, { decision: 'confirmed', carry: carried }));
  const refuse = () => void run(() => decideClaim(page.id, claim.id, { decision: 'refused' }));
  return (
    <div className="claim">
      <p>
        <b>{claim.by ? t('claim.whoFor', { by: claim.by, name: claim.name }) : t('claim.who', { name: claim.name })}</b>{' '}
        {said ? t('claim.said', { name: said }) : t('claim.saidNothing')}
      </p>
      <p className="quiet small">{t(claim.another ? 'claim.another' : 'claim.check')}</p>
      {claim.reach && !claim.another ? <ClaimReach reach={claim.reach} carried={carried} onChange={setCarried} /> : null}
      <div className="claim-ways">
        {claim.another ? null : (
          <Button size="small" isDisabled={isRunning} onPress={confirm}>
            {t('claim.confirm')}
          </Button>
        )}
        <Button kind="plain" size="small" isDisabled={isRunning} onPress={refuse}>
          {t('claim.refuse')}
        </Button>
      </div>
    </div>
  );
}
