import { useTranslation } from 'react-i18next';
import type { SupportRequest } from '../../../server/modules/matters/requests/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import type { PathStep } from '../../shared/ui/path.tsx';
import { epochOf, formatDate, formatTime, sameDay } from '../../shared/ui/time-format.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { AnswerFiles } from '../requests/answer-files.tsx';
import { useNames } from '../session.tsx';
import { openedFor, type Twig } from './timeline.ts';

const said = ['claimed', 'answered', 'asked-back', 'replied', 'forwarded', 'returned', 'withdrawn', 'escalated'] as const;
type Said = (typeof said)[number];

/** The question, and on what ground its asker opened the need to those who answer. */
export function RequestBody({ request, page }: { request: SupportRequest; page: Pick<MatterPage, 'shares' | 'happenings'> }) {
  const { t } = useTranslation('desk');
  const isOpened = page.happenings.some((happening) => openedFor(request, happening));
  const share = page.shares.find((one) => one.needId === request.needId && one.organisationId === request.toOrganisationId);
  return (
    <>
      <p className="said">{request.question}</p>
      {isOpened && share ? (
        <p className="quiet small">
          {t('requests.ground')}: {share.ground}
        </p>
      ) : null}
    </>
  );
}

/** One turn of a question on its way through the tiers. */
export function useTwig(): (twig: Twig, before: string | null) => PathStep {
  const { t } = useTranslation('desk');
  const names = useNames();
  const locale = useLocale();
  const { dateTime } = useTimes();
  return ({ id, state, depth, at, request, entry }, before) => {
    const who = entry?.personName ?? request.toPersonName ?? names.unit(request.toUnitId);
    const tier = entry?.kind === 'replied' ? request.tier - 1 : request.tier;
    const title = t('requests.who', { tier, who });
    if (!entry || !at) {
      return { id, state, depth, when: <b>{t('path.now')}</b>, title, facts: t('requests.answersBy', { at: dateTime(request.dueAt) }) };
    }
    const kind = said.find((one): one is Said => one === entry.kind);
    return {
      id,
      state,
      depth,
      title,
      when: (
        <time dateTime={at}>
          {before && sameDay(before, at) ? null : <b>{formatDate(at, locale, epochOf(at))}</b>} {formatTime(at, locale)}
        </time>
      ),
      facts: kind ? t(`requests.entries.${kind}`) : '',
      body: entry.text ? (
        <>
          <p className={`said ${entry.kind === 'answered' ? 'answer' : 'quiet'}`}>{entry.text}</p>
          {entry.kind === 'answered' ? <AnswerFiles request={request} /> : null}
        </>
      ) : undefined,
    };
  };
}
