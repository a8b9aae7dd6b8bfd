import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { groups } from './sections.ts';
import { useMaySee } from './use-may-see.ts';

export function AdminNav({ section }: { section: string | undefined }) {
  const { t } = useTranslation('admin');
  const maySee = useMaySee();
  const shown = groups
    .map(({ id, sections }) => ({ id, sections: sections.filter((one) => maySee(one)) }))
    .filter(({ sections }) => sections.length > 0);
  return (
    <nav className="pane pane-side pane-list" aria-label={t('nav.label')}>
      <div className="pane-body">
        <Link
          className="admin-nav-line"
          to="/admin"
          aria-current={section === undefined ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          {t('nav.overview')}
        </Link>
        {shown.map((group) => (
          <section key={group.id} aria-labelledby={`admin-${group.id}`}>
            <h2 className="group" id={`admin-${group.id}`}>
              {t(`nav.groups.${group.id}`)}
            </h2>
            <ul>
              {group.sections.map((one) => (
                <li key={one}>
                  <Link
                    className="admin-nav-line"
                    to="/admin/$section"
                    params={{ section: one }}
                    aria-current={one === section ? 'page' : undefined}
                  >
                    {t(`sections.${one}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
