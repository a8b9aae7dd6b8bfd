import './booking.css';
import { CircleCheck, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Booked } from '../../../shared/api/booked.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { codeWords } from '../code-words.ts';
import { usePlaceWords } from '../use-place-words.ts';

/** What is told to the customer, and given on paper to who has no e-mail: when, where and the code, and nothing of what it is about. */
export function BookedPanel({ booked, onClose }: { booked: Booked; onClose: () => void }) {
  const { t } = useTranslation('booked');
  return (
    <Panel
      title={t('done.title')}
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
          {t(booked.customer?.email ? 'done.mailed' : 'done.tell')}
        </StatusWord>
      </p>
      <BookedSlip booked={booked} />
    </Panel>
  );
}

export function BookedSlip({ booked }: { booked: Booked }) {
  const { t } = useTranslation('booked');
  const { dateTime } = useTimes();
  const placeWords = usePlaceWords();
  const locale = useLocale();
  const bring = (booked.bring[locale] ?? booked.bring.fi ?? '').split('\n').filter((line) => line.trim());
  return (
    <section className="booked-slip">
      <p className="booked-when">{dateTime(booked.startsAt)}</p>
      <p>{placeWords(booked)}</p>
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
          {t('done.page')} <span className="page-address">{booked.page}</span>
        </p>
      ) : null}
    </section>
  );
}
