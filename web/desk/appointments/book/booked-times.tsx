import { CalendarClock, Ellipsis, Printer, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booked } from '../../../shared/api/booked.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useNames } from '../../session.tsx';
import { usePlaceWords } from '../use-place-words.ts';
import { BookedPanel } from './booked-panel.tsx';
import { CancelPanel, MovePanel } from './move-panel.tsx';
import { MoveVisitPanel } from './move-visit-panel.tsx';
import { useBookedOfMatter } from './queries.ts';
import { asToldOf } from './visit-as-one.ts';

/** The times a matter's customer has to come: moved, cancelled or printed from here. */
export function BookedTimes({ matterId }: { matterId: string }) {
  const { t } = useTranslation('booked');
  const found = useBookedOfMatter(matterId).data?.appointments ?? [];
  const coming = found.filter(({ state }) => state === 'coming' || state === 'late' || state === 'due');
  if (coming.length === 0) return null;
  return (
    <ul className="booked-times" aria-label={t('mine')}>
      {coming.map((booked) => (
        <BookedTime key={booked.id} booked={booked} times={coming} />
      ))}
    </ul>
  );
}

/** `times`: all of the matter. */
function BookedTime({ booked, times }: { booked: Booked; times: readonly Booked[] }) {
  const { t } = useTranslation('booked');
  const { dateTime } = useTimes();
  const locale = useLocale();
  const names = useNames();
  const placeWords = usePlaceWords();
  const [opened, setOpened] = useState<'move' | 'whole' | 'cancel' | 'slip' | null>(null);
  const close = () => setOpened(null);
  const when = dateTime(booked.startsAt);
  return (
    <li>
      <span>
        <b>{when}</b> {nameIn(booked.serviceName, locale)}{' '}
        <span className="quiet">{[names.shortOrganisation(booked.organisationId), placeWords(booked)].join(' · ')}</span>
      </span>
      <Menu
        label={t('menu', { when })}
        commands={[
          ...(booked.visit ? [{ id: 'whole', label: t('visit.title'), icon: CalendarClock, run: () => setOpened('whole') }] : []),
          // A place at a meeting of many is at the meeting's time.
          ...(booked.sessionId
            ? []
            : [{ id: 'move', label: t(booked.visit ? 'visit.only' : 'move.title'), icon: CalendarClock, run: () => setOpened('move') }]),
          { id: 'cancel', label: t(booked.visit ? 'visit.cancel' : 'cancel.yes'), icon: X, run: () => setOpened('cancel') },
          { id: 'slip', label: t('done.print'), icon: Printer, run: () => setOpened('slip') },
        ]}
      >
        <Button kind="plain" size="small" icon={Ellipsis} aria-label={t('menu', { when })} />
      </Menu>
      {opened === 'move' ? <MovePanel booked={booked} onClose={close} /> : null}
      {opened === 'whole' && booked.visit ? <MoveVisitPanel booked={booked} visit={booked.visit} onClose={close} /> : null}
      {opened === 'cancel' ? <CancelPanel booked={booked} onClose={close} /> : null}
      {opened === 'slip' ? <BookedPanel booked={asToldOf(booked, times)} onClose={close} /> : null}
    </li>
  );
}
