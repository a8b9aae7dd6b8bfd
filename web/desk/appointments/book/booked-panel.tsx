import './booking.css';
import { CircleCheck, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Booked } from '../../../shared/api/booked.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { minutesBetween } from '../../../shared/ui/time-format.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { codeWords } from '../code-words.ts';
import { usePlaceWords } from '../use-place-words.ts';
import type { BookedAsOne } from './visit-as-one.ts';

/** What is told to the customer, and given on paper to who has no e-mail: when, where and the code, and nothing of what it is about. */
export function BookedPanel({ booked, onClose }: { booked: BookedAsOne; onClose: () => void }) {
  const { t } = useTranslation('booked');
  return (
    <Panel
      title={t(booked.parts ? 'done.visit.title' : 'done.title')}
      onClose={onClose}
      foot={
        <>
          <Button kind="primary" autoFocus onPress={onClose}>
            {t('done.close')}
          </Button>
          <Button push icon={Printer} onPress={() => window.print()}>
            {t('done.print')}
          </Button>
        </>
      }
    >
      <p role="status" className="booked-done">
        <StatusWord tone="good" icon={CircleCheck}>
          {t(booked.customer?.email ? 'done.mailed' : booked.parts ? 'done.visit.tell' : 'done.tell')}
        </StatusWord>
      </p>
      <BookedSlip booked={booked} />
    </Panel>
  );
}

function BookedSlip({ booked }: { booked: BookedAsOne }) {
  const { t } = useTranslation('booked');
  const { dateTime } = useTimes();
  const placeWords = usePlaceWords();
  const locale = useLocale();
  const bring = (booked.bring[locale] ?? booked.bring.fi ?? '').split('\n').filter((line) => line.trim());
  return (
    <section className="booked-slip">
      {booked.parts ? (
        <VisitParts parts={booked.parts} />
      ) : (
        <>
          <p className="booked-when">{dateTime(booked.startsAt)}</p>
          <p>{placeWords(booked)}</p>
        </>
      )}
      {booked.code ? (
        <p>
          {t('done.code')}: <b className="booked-code">{codeWords(booked.code)}</b>
        </p>
      ) : null}
      {bring.length > 0 ? (
        <>
          <h2>{t('done.bring')}</h2>
          <ul>
            {bring.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {booked.page ? (
        <p className="quiet">
          {t(booked.parts ? 'done.visit.page' : 'done.page')} <span className="page-address">{booked.page}</span>
        </p>
      ) : null}
    </section>
  );
}

/** What each is about is for the desk alone: the paper does not tell it. */
function VisitParts({ parts }: { parts: readonly Booked[] }) {
  const { t } = useTranslation('booked');
  const { dateTime, duration } = useTimes();
  const placeWords = usePlaceWords();
  const locale = useLocale();
  return (
    <>
      <h2>{t('done.visit.parts')}</h2>
      <ol className="booked-parts">
        {parts.map((part) => (
          <li key={part.id}>
            <span className="booked-when">{dateTime(part.startsAt)}</span>
            <span>{[duration(minutesBetween(part.startsAt, part.endsAt)), placeWords(part)].join(' · ')}</span>
            <span className="quiet booked-about">{nameIn(part.serviceName, locale)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
