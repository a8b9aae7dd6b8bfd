import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bulletin, changeBulletin, publishBulletin } from '../../shared/api/bulletins.ts';
import { newKey } from '../../shared/api/request.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { dayIn, dayOf } from '../../shared/ui/day-text.ts';
import { daysAfter, todayInFinland } from '../../shared/ui/days.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Tap, Taps } from '../../shared/ui/taps.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { FormFoot } from '../form-foot.tsx';
import { ServicesField } from '../knowledge/service/service-field.tsx';
import { usePointOptions } from '../options.ts';
import { keys } from '../queries.ts';
import { useNames, useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

const languages = ['fi', 'sv', 'en'] as const;
const noText = { title: '', body: '' };
/** How long it is news unless told, in days. */
const NEWS_FOR = 14;

/** Writing one or mending it: three languages side by side, when it shows, and whether all must read it. */
export function BulletinPanel({ bulletin, onClose }: { bulletin: Bulletin | null; onClose: () => void }) {
  const { t } = useTranslation('bulletins');
  const locale = useLocale();
  const owners = usePublishers();
  const key = useRef(newKey());
  const shown = (day: string | null | undefined) => (day ? dayIn(day, locale) : '');
  const [texts, setTexts] = useState(bulletin?.texts ?? { fi: noText, sv: noText, en: noText });
  const [owner, setOwner] = useState(bulletin?.ownerOrganisationId ?? owners[0]?.id ?? null);
  const [mustRead, setMustRead] = useState(bulletin?.mustRead ?? false);
  const [again, setAgain] = useState(false);
  const [withdrawn, setWithdrawn] = useState(bulletin?.isWithdrawn ?? false);
  const [serviceIds, setServices] = useState<string[]>(bulletin?.serviceIds ?? []);
  const [pointIds, setPoints] = useState<string[]>(bulletin?.pointIds ?? []);
  const points = usePointOptions();
  const [published, setPublished] = useState(shown(bulletin?.publishedOn ?? todayInFinland()));
  const [until, setUntil] = useState(shown(bulletin?.showsUntil ?? daysAfter(todayInFinland(), NEWS_FOR)));
  const [inForce, setInForce] = useState(shown(bulletin?.inForceOn));
  const { run, isRunning, problem } = useDeed([keys.bulletins], { tellsHere: true });
  const [publishedOn, showsUntil, inForceOn] = [dayOf(published), dayOf(until), dayOf(inForce)];
  const isWhole =
    owner !== null &&
    publishedOn !== null &&
    showsUntil !== null &&
    languages.every((language) => texts[language].title.trim() && texts[language].body.trim());

  async function save() {
    if (!isWhole) return;
    const said = { texts, mustRead, publishedOn, showsUntil, inForceOn, serviceIds, pointIds };
    const send = () =>
      bulletin
        ? changeBulletin(bulletin.id, { ...said, version: bulletin.version, again, withdrawn })
        : publishBulletin({ ...said, ownerOrganisationId: owner }, key.current);
    if (!(await run(send))) return;
    showToast({ text: bulletin ? t('saved') : t('publishedNow') });
    onClose();
  }

  const dayField = (label: string, value: string, onChange: (text: string) => void, isOptional = false) => (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      inputMode="numeric"
      maxLength={10}
      problem={dayOf(value) || (isOptional && !value.trim()) ? undefined : t('dayFault')}
    />
  );

  return (
    <Panel
      title={bulletin ? t('edit') : t('add')}
      onClose={onClose}
      foot={
        <FormFoot
          save={bulletin ? t('save') : t('publish')}
          isPending={isRunning}
          isDisabled={!isWhole}
          onSave={() => void save()}
          problem={problem}
        />
      }
    >
      {languages.map((language) => (
        <section className="fields" key={language} aria-labelledby={`in-${language}`}>
          <h2 className="section-head" id={`in-${language}`}>
            {t(`languages.${language}`)}
          </h2>
          <TextField
            label={t('title')}
            value={texts[language].title}
            maxLength={120}
            onChange={(title) => setTexts({ ...texts, [language]: { ...texts[language], title } })}
          />
          <TextField
            label={t('body')}
            value={texts[language].body}
            maxLength={5000}
            rows={5}
            onChange={(body) => setTexts({ ...texts, [language]: { ...texts[language], body } })}
          />
        </section>
      ))}
      <section className="fields two">
        {dayField(t('publishedOn'), published, setPublished)}
        {dayField(t('showsUntil'), until, setUntil)}
        {dayField(t('inForceOn'), inForce, setInForce, true)}
        {!bulletin && owners.length > 1 ? <Select label={t('owner')} options={owners} value={owner} onChange={setOwner} /> : null}
      </section>
      <section className="fields">
        <ServicesField label={t('services')} value={serviceIds} onChange={setServices} />
        <Taps label={t('points')} note={t('pointsNote')} options={points} value={pointIds} onChange={setPoints} />
      </section>
      <section className="actions">
        <Tap value="must" isSelected={mustRead} onChange={setMustRead}>
          {t('mustRead')}
        </Tap>
        {bulletin ? (
          <>
            <Tap value="again" isSelected={again} onChange={setAgain}>
              {t('again')}
            </Tap>
            <Tap value="withdrawn" isSelected={withdrawn} onChange={setWithdrawn}>
              {t('withdraw')}
            </Tap>
          </>
        ) : null}
      </section>
    </Panel>
  );
}

/** The organisations one may publish for. */
export function usePublishers(): { id: string; label: string }[] {
  const { me } = useSession();
  const names = useNames();
  const ids = me.grants
    .filter(({ role }) => role === 'point-manager' || role === 'administrator')
    .map(({ organisationId }) => organisationId);
  return [...new Set(ids)].map((id) => ({ id, label: names.organisation(id) }));
}
