import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { groups, type Section } from './sections.ts';
import { useKeepsShared } from './words.ts';

export function AdminNav({ section }: { section: string | undefined }) {
  const { t } = useTranslation('admin');
  const keepsShared = useKeepsShared();
  const isShown = (one: Section) => (one !== 'faults' && one !== 'directory') || keepsShared === true;
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
        {groups.map((group) => (
          <section key={group.id} aria-labelledby={`admin-${group.id}`}>
            <h2 className="group" id={`admin-${group.id}`}>
              {t(`nav.groups.${group.id}`)}
            </h2>
            <ul>
              {group.sections.filter(isShown).map((one) => (
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
