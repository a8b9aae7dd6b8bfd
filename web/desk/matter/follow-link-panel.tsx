import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { makeFollowLink, revokeFollowLinks } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** A secret address where the customer sees where the matter stands. Shown once: it is kept only as a fingerprint. */
export function FollowLinkPanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const [link, setLink] = useState<{ url: string; expiresAt: string } | null>(null);
  const { run, isRunning } = useDeed([keys.matter(page.id)]);
  const copy = async (url: string) => {
    await navigator.clipboard.writeText(url);
    showToast({ text: t('follow.copied') });
  };
  const revoke = async () => {
    if (!(await run(() => revokeFollowLinks(page.id)))) return;
    setLink(null);
    showToast({ text: t('follow.revoked') });
  };
  return (
    <Panel title={t('menu.follow')} facts={page.title} onClose={onClose}>
      <section className="fields">
        <p>{t('follow.what')}</p>
        {link ? (
          <>
            <TextField label={t('follow.address')} value={link.url} isReadOnly />
            <p className="quiet">
              {t('follow.until')} <Time at={link.expiresAt} look="date" />
            </p>
            <p>
              <Button onPress={() => void copy(link.url)}>{t('follow.copy')}</Button>
            </p>
          </>
        ) : (
          <p>
            <Button kind="primary" isPending={isRunning} onPress={() => void run(async () => setLink(await makeFollowLink(page.id)))}>
              {t('follow.make')}
            </Button>
          </p>
        )}
      </section>
      <section className="fields">
        <p>{t('follow.revokeWhat')}</p>
        <p>
          <Button isPending={isRunning} onPress={() => void revoke()}>
            {t('follow.revoke')}
          </Button>
        </p>
      </section>
    </Panel>
  );
}
