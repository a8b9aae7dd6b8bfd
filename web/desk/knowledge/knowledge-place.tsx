import './cards.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Bulletins } from '../bulletins/bulletins-place.tsx';
import { FinderBox } from './finder-box.tsx';

/** The search with room around it, for those who come to look something up rather than to serve. */
export function KnowledgePlace() {
  const { t } = useTranslation('cards');
  const { t: b } = useTranslation('bulletins');
  const { t: s } = useTranslation('specialists');
  const { t: d } = useTranslation('support');
  const { t: g } = useTranslation('guides');
  return (
    <main className="cards" id="main" tabIndex={-1}>
      <title>{`${t('find.title')} · Polku`}</title>
      <header className="cards-head">
        <h1>{t('find.title')}</h1>
        <p className="actions">
          <Link className={buttonClass({})} to="/knowledge/guides" search={{ view: 'all' }}>
            {g('many')}
          </Link>
          <Link className={buttonClass({})} to="/knowledge/support" search={{ view: 'all' }}>
            {d('many')}
          </Link>
          <Link className={buttonClass({})} to="/knowledge/specialists">
            {s('many')}
          </Link>
          <Link className={buttonClass({})} to="/knowledge/cards" search={{ view: 'all' }}>
            {t('title.many')}
          </Link>
        </p>
      </header>
      <div className="knowledge-find">
        <FinderBox onDone={() => {}} />
      </div>
      <section aria-labelledby="news">
        <h2 className="section-head" id="news">
          <Link to="/knowledge/bulletins" search={{ view: 'news' }}>
            {b('many')}
          </Link>
        </h2>
        <Bulletins view="news" heading="h3" />
      </section>
    </main>
  );
}
