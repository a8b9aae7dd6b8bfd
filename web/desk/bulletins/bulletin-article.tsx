import { Check, Eye, Pencil } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bulletin, sayRead } from '../../shared/api/bulletins.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Button } from '../../shared/ui/button.tsx';
import { dayIn } from '../../shared/ui/day-text.ts';
import { StatusWord } from '../../shared/ui/status.tsx';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { BulletinPanel } from './bulletin-panel.tsx';
import { ReadersPanel } from './readers-panel.tsx';

/** One change notice, whole: it is short, and what is hidden behind a link is not read. */
export function BulletinArticle({ bulletin, heading: Heading }: { bulletin: Bulletin; heading: 'h2' | 'h3' }) {
  const { t } = useTranslation('bulletins');
  const locale = useLocale();
  const names = useNames();
  const headingId = useId();
  const [opened, setOpened] = useState<'edit' | 'readers' | null>(null);
  const { run, isRunning } = useDeed([keys.bulletins]);
  const { texts, mustRead, readAt, services, pointIds, readers, may } = bulletin;
  const facts = [
    dayIn(bulletin.publishedOn, locale),
    names.organisation(bulletin.ownerOrganisationId),
    bulletin.inForceOn && t('inForce', { day: dayIn(bulletin.inForceOn, locale) }),
    ...pointIds.map((id) => names.point(id)),
  ];
  const isUnread = readAt === null && bulletin.isForMe && !bulletin.isWithdrawn;
  return (
    <article className="bulletin" data-unread={isUnread || undefined} aria-labelledby={headingId}>
      <header>
        <Heading id={headingId}>{texts[locale].title}</Heading>
        {mustRead && isUnread ? <StatusWord tone="warn">{t('mustRead')}</StatusWord> : null}
        {bulletin.isWithdrawn ? <StatusWord tone="quiet">{t('withdrawn')}</StatusWord> : null}
      </header>
      <p className="bulletin-body">{texts[locale].body}</p>
      {services.length > 0 ? (
        <p className="small">
          {t('services')}: {services.map((service) => service.names[locale] ?? service.names.fi).join(', ')}
        </p>
      ) : null}
      <p className="quiet small">{facts.filter(Boolean).join(' · ')}</p>
      <p className="actions">
        {isUnread ? (
          <Button size="small" icon={Check} isPending={isRunning} onPress={() => void run(() => sayRead(bulletin.id))}>
            {t('sayRead')}
          </Button>
        ) : null}
        {readAt ? <span className="quiet small">{t('read')}</span> : null}
        {may.write ? (
          <>
            <Button size="small" kind="plain" icon={Eye} onPress={() => setOpened('readers')}>
              {t('readers', { count: readers ?? 0 })}
            </Button>
            <Button size="small" kind="plain" icon={Pencil} onPress={() => setOpened('edit')}>
              {t('edit')}
            </Button>
          </>
        ) : null}
      </p>
      {opened === 'edit' ? <BulletinPanel bulletin={bulletin} onClose={() => setOpened(null)} /> : null}
      {opened === 'readers' ? <ReadersPanel bulletin={bulletin} onClose={() => setOpened(null)} /> : null}
    </article>
  );
}
