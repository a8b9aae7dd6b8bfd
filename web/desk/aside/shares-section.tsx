import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { shareNeed, unshareNeed } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

/** Which other organisation sees which need, and on what ground. */
export function SharesSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { date } = useTimes();
  const { run } = useDeed([keys.matter(page.id)]);
  if (page.shares.length === 0) return null;
  type Share = (typeof page.shares)[number];
  const end = async (share: Share) => {
    const { needId, organisationId, basis, ground } = share;
    if (!(await run(() => unshareNeed(page.id, share.id)))) return;
    const again = needId && basis !== 'own' ? { needId, organisationId, basis, ground } : null;
    showToast({ text: t('shares.ended'), undo: again ? async () => void (await run(() => shareNeed(page.id, again))) : undefined });
  };
  return (
    <section className="section" aria-labelledby="shares">
      <div className="section-head">
        <h2 id="shares">{t('shares.title')}</h2>
      </div>
      <ul className="lines">
        {page.shares.map((share) => (
          <li key={share.id}>
            <span className="name" title={share.ground}>
              {names.organisation(share.organisationId)}
              <span className="option-hint">
                {t(`shares.bases.${share.basis}`)} · {date(share.sharedAt)}
              </span>
            </span>
            {page.may.share ? (
              <Button
                kind="plain"
                size="small"
                push
                icon={X}
                aria-label={t('shares.end', { organisation: names.organisation(share.organisationId) })}
                onPress={() => void end(share)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
