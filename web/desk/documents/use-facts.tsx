import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentPage } from '../../../server/modules/matters/documents/schema.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { useNames } from '../session.tsx';

/** What a paper is and where it lies, in the words of the desk. */
export function useFacts(page: DocumentPage): [string, ReactNode][] {
  const { t } = useTranslation('documents');
  const names = useNames();
  const { date } = useTimes();
  const next = page.nextOrganisationId ? t('next', { organisation: names.organisation(page.nextOrganisationId) }) : '';
  const where = [next, names.point(page.pointId), page.place].filter(Boolean).join(', ');
  const facts: [string, ReactNode][] = [
    [t('fields.kind'), t('kindAndPages', { kind: t(`kinds.${page.kind}`), count: page.pages })],
    [t('fields.authority'), names.organisation(page.organisationId) || t('noAuthority')],
    [t('fields.need'), page.needName],
    [t('lies'), where],
    [t('fields.returnBy'), page.returnBy ? date(`${page.returnBy}T12:00:00Z`) : null],
    [t('arrivedAt'), names.point(page.arrivedPointId) || page.arrivedPlace],
    [t('receivedBy'), `${page.receivedByName}, ${names.organisation(page.receivedByOrganisationId)}`],
  ];
  return facts.filter(([, value]) => value);
}
