import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Specialist } from '../../../shared/api/specialists.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { todayInFinland } from '../../../shared/ui/days.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useNames } from '../../session.tsx';
import { PublicPage } from '../public-page.tsx';
import { HowToAsk } from './how-to-ask.tsx';
import { StandingWords } from './standing.tsx';
import { useExceptionLines, useHoursLine, useLanguageWords } from './use-specialist-words.ts';

/** Everything of a specialist that helps to decide whether and how to ask. */
export function SpecialistFacts({ of, heading }: { of: Specialist; heading: 'h2' | 'h3' }) {
  const { t } = useTranslation('specialists');
  const locale = useLocale();
  const names = useNames();
  const { word } = useLanguageWords();
  const hours = useHoursLine();
  return (
    <>
      <Part heading={heading} label={t('now')}>
        <StandingWords of={of} />
        {of.now.presence || of.now.onDuty || of.now.nextDuty ? null : <p className="quiet">{t('nothingNow')}</p>}
      </Part>
      <Part heading={heading} label={t('howToAsk')}>
        <HowToAsk of={of} />
        {of.phoneHours ? <p className="quiet">{t('phoneHours', { hours: hours(of.phoneHours) })}</p> : null}
        {of.tier === 3 && of.askedBy.includes('request') ? <p className="quiet small">{t('tier3')}</p> : null}
      </Part>
      <Part heading={heading} label={t('skills')}>
        <ul className="card-lines">
          {of.skills.map((skill) => (
            <li key={skill.fi}>{skill[locale]}</li>
          ))}
        </ul>
      </Part>
      <Part heading={heading} label={t('languages')}>
        {of.languages.map(word).join(', ')}
      </Part>
      <Duty of={of} heading={heading} />
      {of.backup ? (
        <Part heading={heading} label={t('backup')}>
          <Link to="/knowledge/specialists/$personId" params={{ personId: of.backup.id }}>
            {of.backup.name}
          </Link>
        </Part>
      ) : null}
      <Part heading={heading} label={t('place')}>
        {[names.unit(of.unitId), names.organisation(of.organisationId)].join(', ')}
      </Part>
      {of.services.length > 0 ? (
        <Part heading={heading} label={t('services')}>
          <ul className="card-links">
            {of.services.map((service) => (
              <li key={service.id}>
                <PublicPage address={`/services/${service.id}`} name={nameIn(service.names, locale)} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {of.cards.length > 0 ? (
        <Part heading={heading} label={t('cards')}>
          <ul className="card-links">
            {of.cards.map((card) => (
              <li key={card.id}>
                <Link to="/knowledge/cards/$cardId" params={{ cardId: card.id }}>
                  {nameIn(card.titles, locale)}
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  );
}

function Duty({ of, heading }: { of: Specialist; heading: 'h2' | 'h3' }) {
  const { t } = useTranslation('specialists');
  const hours = useHoursLine();
  const exceptions = useExceptionLines();
  const { date } = useTimes();
  return (
    <Part heading={heading} label={t('duty')}>
      <p>{hours(of.duty) || t('noDuty')}</p>
      {exceptions(of.duty, todayInFinland(), date).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {of.duty.holidaysClosed ? <p className="quiet small">{t('notOnHolidays')}</p> : null}
    </Part>
  );
}

type PartProps = { heading: 'h2' | 'h3'; label: string; children: ReactNode };

function Part({ heading: Heading, label, children }: PartProps) {
  return (
    <section className="beside-part">
      <Heading>{label}</Heading>
      {children}
    </section>
  );
}
