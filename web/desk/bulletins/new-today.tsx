import './bulletins.css';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bulletin, sayRead } from '../../shared/api/bulletins.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Button } from '../../shared/ui/button.tsx';
import { StatusWord } from '../../shared/ui/status.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { useBulletins } from './queries.ts';
import { unreadOf } from './unread.ts';

/** As many as are read in a moment; the rest are a link away. */
const FEW = 3;

/** Where the day begins: what one has not read yet, what must be read first. Nothing where all is read. */
export function NewToday() {
  const { t } = useTranslation('bulletins');
  const heading = useRef<HTMLHeadingElement>(null);
  const unread = unreadOf(useBulletins('news').data?.bulletins ?? []);
  if (unread.length === 0) return null;
  const rest = unread.length - FEW;
  // The line that was read is gone, and the focus with it.
  const goOn = () => (heading.current ?? document.getElementById('main'))?.focus();
  return (
    <section className="new-today" aria-labelledby="new-today">
      <h2 className="section-head" id="new-today" tabIndex={-1} ref={heading}>
        {t('newToday')}
      </h2>
      <ul>
        {unread.slice(0, FEW).map((bulletin) => (
          <li key={bulletin.id}>
            <Line bulletin={bulletin} onRead={goOn} />
          </li>
        ))}
      </ul>
      <p className="small">
        <Link to="/knowledge/bulletins" search={{ view: 'news' }}>
          {rest > 0 ? t('more', { count: rest }) : t('toAll')}
        </Link>
      </p>
    </section>
  );
}

function Line({ bulletin, onRead }: { bulletin: Bulletin; onRead: () => void }) {
  const { t } = useTranslation('bulletins');
  const locale = useLocale();
  const { run, isRunning } = useDeed([keys.bulletins]);
  const { id, texts, mustRead } = bulletin;
  const read = async () => {
    if (await run(() => sayRead(id))) onRead();
  };
  return (
    <details>
      <summary>
        {texts[locale].title} {mustRead ? <StatusWord tone="warn">{t('mustRead')}</StatusWord> : null}
      </summary>
      <p className="bulletin-body">{texts[locale].body}</p>
      <p className="actions">
        <Button size="small" icon={Check} isPending={isRunning} onPress={() => void read()}>
          {t('sayRead')}
        </Button>
      </p>
    </details>
  );
}
