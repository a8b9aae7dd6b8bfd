import '../book/booking.css';
import { useQuery } from '@tanstack/react-query';
import { CalendarClock, ClockAlert, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Booked, readBooked, readBookedOfExpected } from '../../../shared/api/booked.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useLanguageWords } from '../../knowledge/specialists/use-specialist-words.ts';
import { keys } from '../../queries.ts';
import { NeedsWords } from '../../visits/needs-marks.tsx';
import { CancelPanel, MovePanel } from '../book/move-panel.tsx';
import { MoveVisitPanel } from '../book/move-visit-panel.tsx';
import { codeWords } from '../code-words.ts';
import { MeetingLinkSection } from '../meeting-link/meeting-link-section.tsx';
import { usePlaceWords } from '../use-place-words.ts';

/** One agreed time: whose it is, how they are reached and what they have told before they come. */
export function AppointmentPanel({ id, start, onClose }: { id: string; start?: Changing; onClose: () => void }) {
  return <OpenedPanel id={id} start={start} read={() => readBooked(id)} onClose={onClose} />;
}

/** The same by who is expected, as reception has them. */
export function ExpectedPanel({ id, onClose }: { id: string; onClose: () => void }) {
  return <OpenedPanel id={id} read={() => readBookedOfExpected(id)} onClose={onClose} />;
}

type Changing = 'move' | 'whole' | 'cancel';
type OpenedProps = { id: string; start?: Changing | undefined; read: () => Promise<Booked>; onClose: () => void };

function OpenedPanel({ id, start, read, onClose }: OpenedProps) {
  const { t } = useTranslation('booked');
  const [changing, setChanging] = useState<Changing | null>(start ?? null);
  const { data, error, refetch } = useQuery({ queryKey: [...keys.boards, 'appointment', id], queryFn: read });
  if (data && changing === 'move') return <MovePanel booked={data} onClose={onClose} />;
  if (data?.visit && changing === 'whole') return <MoveVisitPanel booked={data} visit={data.visit} onClose={onClose} />;
  if (data && changing === 'cancel') return <CancelPanel booked={data} onClose={onClose} />;
  const isToCome = data && ['coming', 'due', 'late'].includes(data.state);
  return (
    <Panel
      title={t('day.open')}
      onClose={onClose}
      foot={
        isToCome ? (
          <>
            {data.visit ? (
              <Button icon={CalendarClock} onPress={() => setChanging('whole')}>
                {t('visit.title')}
              </Button>
            ) : null}
            {data.sessionId ? null : (
              <Button icon={CalendarClock} onPress={() => setChanging('move')}>
                {t(data.visit ? 'visit.only' : 'move.title')}
              </Button>
            )}
            <Button icon={X} onPress={() => setChanging('cancel')}>
              {t(data.visit ? 'visit.cancel' : 'cancel.yes')}
            </Button>
          </>
        ) : undefined
      }
    >
      {data ? (
        <AppointmentFacts booked={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Panel>
  );
}

/** Until they have been met. */
const linkable: Booked['state'][] = ['coming', 'due', 'late', 'arrived', 'serving'];

export function AppointmentFacts({ booked }: { booked: Booked }) {
  const { t } = useTranslation('booked');
  const { dateTime } = useTimes();
  const locale = useLocale();
  const placeWords = usePlaceWords();
  const languages = useLanguageWords();
  const { customer, code } = booked;
  const facts: [string, string | null | undefined][] = [
    [t('when'), dateTime(booked.startsAt)],
    [t('service'), nameIn(booked.serviceName, locale)],
    [t('place'), placeWords(booked)],
    [t('name'), customer?.name],
    [t('people'), booked.people > 1 ? t('peopleCount', { count: booked.people }) : null],
    [t('phone'), customer?.phone],
    [t('email'), customer?.email],
    [t('interpreter.title'), booked.interpreterLanguage && languages.word(booked.interpreterLanguage)],
    [t('done.code'), code && codeWords(code)],
  ];
  return (
    <>
      <dl className="facts-list">
        {facts.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {booked.way === 'remote' && linkable.includes(booked.state) ? <MeetingLinkSection id={booked.id} /> : null}
      <section className="section" aria-labelledby="booked-needs">
        <h2 id="booked-needs">{t('needs')}</h2>
        <NeedsWords needs={booked.needs} />
        <UnmetNote unmet={booked.unmet} />
      </section>
      <PreVisitSection booked={booked} />
    </>
  );
}

/** The needs were told of after the time was booked, and take more than it has. */
function UnmetNote({ unmet }: Pick<Booked, 'unmet'>) {
  const { t } = useTranslation('booked');
  if (!unmet) return null;
  const missing = [
    ...(unmet.minutes ? [t('unmet.minutes', { minutes: unmet.minutes })] : []),
    ...unmet.kinds.map((kind) => t(`unmet.kinds.${kind}`)),
  ];
  return (
    <Notice icon={ClockAlert} title={t('unmet.title')}>
      {[...missing, t('unmet.what')].join(' ')}
    </Notice>
  );
}

/** What the customer has told before they come. */
export function PreVisitSection({ booked: { preVisit } }: { booked: Booked }) {
  const { t } = useTranslation('booked');
  return (
    <section className="section" aria-labelledby="before-visit">
      <h2 id="before-visit">{t('before.title')}</h2>
      {preVisit ? (
        <dl className="facts-list before-visit">
          {(['need', 'company', 'papers'] as const).map((field) =>
            preVisit[field] ? (
              <div key={field}>
                <dt>{t(`before.${field}`)}</dt>
                <dd className="said">{preVisit[field]}</dd>
              </div>
            ) : null,
          )}
          <div>
            <dt>{t('language')}</dt>
            <dd>{t(`languages.${preVisit.language as 'fi'}`)}</dd>
          </div>
          <div>
            <dt>{t('needs')}</dt>
            <dd>
              <NeedsWords needs={preVisit.needs} />
            </dd>
          </div>
        </dl>
      ) : (
        <p className="quiet">{t('before.none')}</p>
      )}
    </section>
  );
}
