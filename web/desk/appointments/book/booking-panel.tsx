import './booking.css';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../../server/modules/matters/schema.ts';
import { type BookableOffer, bookFor, bookVisit, readVisitTimes, type VisitWish } from '../../../shared/api/booked.ts';
import { newKey } from '../../../shared/api/request.ts';
import { bookSeat, type Seat } from '../../../shared/api/seats.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Choice } from '../../../shared/ui/choice.tsx';
import { ComboBox } from '../../../shared/ui/combo-box.tsx';
import { todayInFinland } from '../../../shared/ui/days.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Tap, Taps } from '../../../shared/ui/taps.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useNames, useSession } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { meetingsKey } from '../sessions/keys.ts';
import { BookedPanel } from './booked-panel.tsx';
import { bringsInterpreter, InterpreterChoice, useLanguageOfMatter } from './interpreter-choice.tsx';
import { PeopleField } from './people-field.tsx';
import { besides, isMeant, type Known, knownOf, type Language, ordered, placesOf } from './prefill.ts';
import { useOfferOptions, useOffers } from './queries.ts';
import { SeatsChoice } from './seats-choice.tsx';
import { TimesChoice } from './times-choice.tsx';
import { type BookedAsOne, visitAsOne } from './visit-as-one.ts';
import { type Added, VisitServices } from './visit-services.tsx';
import { usePartWords, type Visit, VisitTimesChoice } from './visit-times-choice.tsx';

const languages: readonly Language[] = ['fi', 'sv', 'en'];

/** `place`: at a meeting, or in a course, that has been chosen already. */
type PanelProps = { page: MatterPage | null; day?: string | undefined; place?: { serviceId: string; seat: Seat }; onClose: () => void };

/** A time is booked while the customer is on the telephone or at the counter: of a matter, everything that is known stands there. */
export function BookingPanel({ page, day, place, onClose }: PanelProps) {
  const { t } = useTranslation('booked');
  const names = useNames();
  const offers = useOffers();
  const [booked, setBooked] = useState<BookedAsOne | null>(null);
  const spoken = useLanguageOfMatter(page);
  const known = knownOf(
    page,
    names.items('specialNeeds').map(({ id }) => id),
  );
  if (booked) return <BookedPanel booked={booked} onClose={onClose} />;
  if (offers.data)
    return (
      <Booking
        known={known}
        spoken={spoken}
        day={day}
        place={place}
        services={offers.data.services}
        onClose={onClose}
        onBooked={setBooked}
      />
    );
  return (
    <Panel title={t('book')} onClose={onClose}>
      {offers.error ? <ErrorState error={offers.error} onRetry={() => void offers.refetch()} /> : <Skeleton lines={6} />}
    </Panel>
  );
}

/** `spoken`: what an interpreter interprets for them. `day`: from which times are looked for; today unless told. */
type BookingProps = {
  known: Known;
  spoken: string | null;
  day: string | undefined;
  place: PanelProps['place'];
  services: readonly BookableOffer[];
  onClose: () => void;
  onBooked: (booked: BookedAsOne) => void;
};

function Booking({ known, spoken, day, place: given, services: offered, onClose, onBooked }: BookingProps) {
  const { t } = useTranslation('booked');
  const { me } = useSession();
  const names = useNames();
  const locale = useLocale();
  const optionsOf = useOfferOptions();
  const queries = useQueryClient();
  const { services, likely } = ordered(offered, known.organisationId);
  const [serviceId, setServiceId] = useState(given?.serviceId ?? likely);
  const [chosenPlace, setChosenPlace] = useState<string | null>(null);
  const [language, setLanguage] = useState(known.language);
  const [needs, setNeeds] = useState(known.needs);
  const [interpreted, setInterpreted] = useState(spoken);
  const [come, setCome] = useState(1);
  const [from, setFrom] = useState(() => day ?? todayInFinland());
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [added, setAdded] = useState<readonly Added[]>([]);
  const [visit, setVisit] = useState<Visit | null>(null);
  const [seat, setSeat] = useState<Seat | null>(given?.seat ?? null);
  const [askedBy, setAskedBy] = useState<string | null>(null);
  const [who, setWho] = useState({ name: known.name, email: known.email, phone: known.phone });
  const [forStep, setForStep] = useState<boolean | null>(null);
  const key = useRef(newKey());
  const { run, isRunning, problem, faults } = useDeed(
    [...(known.matter ? [keys.matter(known.matter.id)] : []), keys.boards, ['free-times'], meetingsKey],
    { tellsHere: true },
  );
  const service = services.find(({ id }) => id === serviceId);
  const places = placesOf(service, me.pointId);
  const place = places.find(({ id }) => id === chosenPlace) ?? places[0];
  const others = besides(service, place, services);
  const onVisit = added.map(({ serviceId }) => others.find(({ id }) => id === serviceId));
  const isVisit = others.length > 0 && added.length > 0;
  const all = [service, ...(isVisit ? onVisit : [])].filter((one) => one !== undefined);
  const isWhole = all.length === onVisit.length + 1;
  const mostPeople = Math.min(...all.map((one) => one.mostPeople));
  const people = service ? Math.min(come, mostPeople) : 1;
  const meant = all.find((one) => isMeant(known, one)) ?? service;
  const isForStep = forStep ?? isMeant(known, meant);
  const interpretedOne = all.find((one) => bringsInterpreter(one, needs));
  const interpreterLanguage = interpretedOne ? interpreted : null;
  const partWords = usePartWords(all);
  const again = (change: () => void) => {
    change();
    setStartsAt(null);
    setVisit(null);
  };
  const choose = (id: string | null) => {
    setServiceId(id);
    setSeat(null);
    setAskedBy(null);
  };
  const ofMany = service?.fixed ?? false;
  const call = (): Promise<BookedAsOne> | null => {
    const customer = { name: who.name.trim(), email: who.email.trim() || null, phone: who.phone.trim() || null };
    const matter = { matterId: known.matter?.id ?? null, stepId: isForStep ? (known.step?.id ?? null) : null };
    const wish = { language, needs, people, ...matter };
    if (isVisit) {
      if (!visit || !place?.placeId) return null;
      const parts = visit.parts.map(({ serviceId, startsAt }) => ({
        serviceId,
        startsAt,
        stepId: serviceId === meant?.id ? matter.stepId : null,
      }));
      const { matterId } = matter;
      const input = { language, needs, people, matterId, interpreterLanguage, placeId: place.placeId, parts, customer };
      return bookVisit(input, key.current).then(visitAsOne);
    }
    if (ofMany)
      return seat && bookSeat(seat, { ...customer, ...wish, interpreterLanguage, askedBy }, key.current).then(({ first }) => first);
    if (!service || !place || !startsAt) return null;
    return bookFor(
      { ...wish, interpreterLanguage, serviceId: service.id, placeId: place.placeId, way: place.way, startsAt, customer },
      key.current,
    );
  };
  const book = async () => {
    const done = await run(async () => {
      const first = await call();
      if (first) onBooked(first);
    });
    // What was refused is another call when it has been put right; somebody may have taken the time.
    if (!done) {
      key.current = newKey();
      void queries.invalidateQueries({ queryKey: ['free-times'] });
    }
  };
  return (
    <Panel
      title={t(ofMany ? 'seats.book' : 'book')}
      facts={given && service ? nameIn(service.name, locale) : (known.matter?.title ?? t('bookHint'))}
      onClose={onClose}
      foot={
        <FormFoot
          save={t(ofMany ? 'seats.bookThis' : isVisit ? 'visit.book' : 'bookThis')}
          isPending={isRunning}
          isDisabled={!(ofMany ? seat : isVisit ? visit : startsAt) || !who.name.trim()}
          problem={problem}
          onSave={() => void book()}
        />
      }
    >
      <section className="fields">
        {given ? null : (
          <ComboBox
            label={t('service')}
            autoFocus={!likely}
            options={optionsOf(services)}
            value={serviceId}
            onChange={(id) => again(() => choose(id))}
          />
        )}
        {place && !ofMany ? (
          <Select
            label={t('place')}
            options={places.map(({ id, placeId, way }) => ({ id, label: placeId ? names.point(placeId) : t(`ways.${way}`) }))}
            value={place.id}
            onChange={(id) => again(() => setChosenPlace(id))}
          />
        ) : null}
        {others.length > 0 ? <VisitServices others={others} value={added} onChange={(those) => again(() => setAdded(those))} /> : null}
        {service ? <PeopleField most={mostPeople} value={people} onChange={(count) => again(() => setCome(count))} /> : null}
        {service && ofMany ? (
          <SeatsChoice serviceId={service.id} people={people} value={seat} onChange={setSeat} askedBy={askedBy} onAskedBy={setAskedBy} />
        ) : isVisit && isWhole && place?.placeId ? (
          <VisitTimesChoice
            label={t('visit.free')}
            look={visitLook({
              services: all.map(({ id }) => id),
              place: place.placeId,
              needs,
              interpreterLanguage,
              language,
              people,
              from,
            })}
            partWords={partWords}
            from={from}
            onFrom={setFrom}
            value={visit}
            onChange={setVisit}
          />
        ) : isVisit ? null : (
          <TimesChoice
            wish={service && place ? { service: service.id, place: place.placeId, needs, interpreterLanguage, language, people } : null}
            from={from}
            onFrom={(day) => again(() => setFrom(day))}
            value={startsAt}
            onChange={setStartsAt}
          />
        )}
        {service && known.step ? (
          <Tap value="step" isSelected={isForStep} onChange={setForStep}>
            {t('forStep', { title: known.step.title })}
          </Tap>
        ) : null}
      </section>
      <section className="fields two">
        <TextField
          autoFocus={Boolean(given)}
          label={t('name')}
          value={who.name}
          onChange={(name) => setWho({ ...who, name })}
          problem={faults.name}
        />
        <TextField label={t('phone')} type="tel" value={who.phone} onChange={(phone) => setWho({ ...who, phone })} problem={faults.phone} />
        <TextField
          label={t('email')}
          type="email"
          value={who.email}
          onChange={(email) => setWho({ ...who, email })}
          problem={faults.email}
        />
        <Choice
          label={t('language')}
          options={languages.map((id) => ({ id, label: t(`languages.${id}`) }))}
          value={language}
          onChange={(id) => again(() => setLanguage(id as Language))}
        />
      </section>
      <section className="fields">
        <Taps label={t('needs')} options={names.items('specialNeeds')} value={needs} onChange={(ids) => again(() => setNeeds(ids))} />
        <InterpreterChoice
          service={interpretedOne}
          needs={needs}
          value={interpreted}
          onChange={(code) => again(() => setInterpreted(code))}
        />
      </section>
    </Panel>
  );
}

const visitLook = (wish: Omit<VisitWish, 'until'>) => ({
  of: [wish],
  read: (until: string) => readVisitTimes({ ...wish, until }),
});
