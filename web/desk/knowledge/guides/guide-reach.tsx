import { useTranslation } from 'react-i18next';
import type { GuideContent } from '../../../shared/api/guides.ts';
import { useNames } from '../../session.tsx';

/** Whom a guide concerns, in one line. */
export function GuideReach({ content: { points, organisations, roles } }: { content: GuideContent }) {
  const { t } = useTranslation('guides');
  const names = useNames();
  const parts = [
    [t('fields.points'), points.map((id) => names.point(id))],
    [t('fields.organisations'), organisations.map((id) => names.organisation(id))],
    [t('fields.roles'), roles.map((role) => names.item('roles', role))],
  ] as const;
  const told = parts.filter(([, all]) => all.length > 0).map(([label, all]) => `${label}: ${all.filter(Boolean).join(', ')}`);
  return <p className="quiet small">{told.length > 0 ? told.join(' · ') : t('reach.everyone')}</p>;
}
