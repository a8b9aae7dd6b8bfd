import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import type { GivenHow } from '../../../server/modules/matters/sharing/rules.ts';
import type { ShareEnd } from '../../../server/modules/matters/sharing/schema.ts';
import { shareNeed, unshareNeed } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Menu } from '../../shared/ui/menu.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { SharePanel } from './share-panel.tsx';

type Share = MatterPage['shares'][number];

/** Which other organisation sees which need, and on what ground. */
export function SharesSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const [isGiving, setGiving] = useState(false);
  const mayGive = page.may.share && page.needs.some(({ state }) => state !== 'dropped');
  if (page.shares.length === 0 && !mayGive) return null;
  return (
    <section className="section" aria-labelledby="shares">
      <div className="section-head">
        <h2 id="shares">{t('shares.title')}</h2>
        {mayGive ? (
          <Button kind="plain" size="small" push onPress={() => setGiving(true)}>
            {t('shares.give')}
          </Button>
        ) : null}
      </div>
      {page.shares.length === 0 ? <p className="quiet">{t('shares.nobody')}</p> : null}
      <ul className="lines">
        {page.shares.map((share) => (
          <li key={share.id}>
            <ShareName share={share} />
            {page.may.share ? <EndShare page={page} share={share} /> : null}
          </li>
        ))}
      </ul>
      {isGiving ? <SharePanel page={page} onClose={() => setGiving(false)} /> : null}
    </section>
  );
}

/** A consent or a provision opens to its words. */
function ShareName({ share }: { share: Share }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { date } = useTimes();
  const how = share.givenHow ? t(`ask.ways.${share.givenHow as GivenHow}`).toLocaleLowerCase() : '';
  const facts = [
    t(`shares.bases.${share.basis}`),
    how,
    date(share.sharedAt),
    share.until ? t('shares.until', { date: date(share.until) }) : '',
  ];
  const name = (
    <>
      {names.organisation(share.organisationId)}
      <span className="option-hint">{facts.filter(Boolean).join(' · ')}</span>
    </>
  );
  if (share.basis === 'own') return <span className="name">{name}</span>;
  return (
    <details className="name ground">
      <summary>{name}</summary>
      <p lang={share.language ?? undefined}>{share.ground}</p>
    </details>
  );
}

function EndShare({ page, share }: { page: MatterPage; share: Share }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { run } = useDeed([keys.matter(page.id)]);
  const end = async (how: ShareEnd) => {
    if (!(await run(() => unshareNeed(page.id, share.id, how)))) return;
    const again = how.by === 'staff' ? sameAgain(share) : null;
    const undo = again ? async () => void (await run(() => shareNeed(page.id, again))) : undefined;
    showToast({ text: t(how.by === 'staff' ? 'shares.ended' : 'shares.withdrawn'), undo });
  };
  const label = t('shares.end', { organisation: names.organisation(share.organisationId) });
  const withdrawals = (['voice', 'paper', 'email'] as const).map((how) => ({
    id: how,
    label: t('shares.withdraw', { how: t(`ask.ways.${how}`).toLocaleLowerCase() }),
    run: () => void end({ by: 'customer', how }),
  }));
  const needless = { id: 'staff', label: t('shares.needless'), run: () => void end({ by: 'staff' }) };
  if (share.basis !== 'consent') {
    return <Button kind="plain" size="small" push icon={X} aria-label={label} onPress={needless.run} />;
  }
  return (
    <Menu label={label} commands={[...withdrawals, needless]}>
      <Button kind="plain" size="small" push icon={X} aria-label={label} />
    </Menu>
  );
}

function sameAgain({ needId, organisationId, basis, ground, givenHow, language, until }: Share) {
  if (!needId || basis === 'own') return null;
  return { needId, organisationId, basis, ground, givenHow: givenHow as GivenHow | null, language, until };
}
