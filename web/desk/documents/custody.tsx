import { useTranslation } from 'react-i18next';
import type { CustodyEvent, DocumentPage } from '../../../server/modules/matters/documents/schema.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Path, type PathStep } from '../../shared/ui/path.tsx';
import { epochOf, formatDate, formatTime, sameDay } from '../../shared/ui/time-format.ts';
import { useNames } from '../session.tsx';

/** The way the paper has gone: who had it, when and where. */
export function Custody({ page }: { page: DocumentPage }) {
  const { t } = useTranslation('documents');
  return (
    <section className="matter-path custody" aria-labelledby="custody">
      <h2 id="custody">{t('custody')}</h2>
      <Path label={t('custody')} steps={useSteps(page)} />
    </section>
  );
}

function useSteps({ events, ownerOrganisationId, state }: DocumentPage): PathStep[] {
  const { t } = useTranslation('documents');
  const names = useNames();
  const locale = useLocale();
  const isEnded = state === 'returned' || state === 'sent-back';
  return events.map((event, index): PathStep => {
    const before = events[index - 1]?.at;
    const isAway = event.organisationId !== ownerOrganisationId;
    return {
      id: event.id,
      state: index === events.length - 1 && !isEnded ? 'now' : 'done',
      ...(isAway ? { depth: 1, authority: event.kind === 'signed' } : {}),
      when: (
        <time dateTime={event.at}>
          {before && sameDay(before, event.at) ? null : <b>{formatDate(event.at, locale, epochOf(event.at))}</b>}{' '}
          {formatTime(event.at, locale)}
        </time>
      ),
      title: t(`deeds.${event.kind}.done`),
      facts: factsOf(event),
      body: event.note ? <p className="said">{event.note}</p> : null,
    };
  });

  function factsOf(event: CustodyEvent): string {
    const to = names.organisation(event.toOrganisationId);
    const from = names.organisation(event.fromOrganisationId);
    const where = [names.point(event.pointId), event.place].filter(Boolean).join(', ');
    const who = `${event.personName}, ${names.shortOrganisation(event.organisationId)}`;
    const proof = event.identification ? names.item('identificationLevels', event.identification) : '';
    const towards = from && to ? `${from} → ${to}` : to;
    return [towards, where, proof, who].filter(Boolean).join(' · ');
  }
}
