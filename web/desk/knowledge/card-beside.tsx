import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../shared/api/cards.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Choice } from '../../shared/ui/choice.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { BulletinsOfService } from '../bulletins/bulletins-of-service.tsx';
import { useBeside } from './beside.tsx';
import { CardFacts } from './card-facts.tsx';
import { CardForStaff } from './card-for-staff.tsx';
import { languageOf, spokenIn, textIn } from './card-texts.ts';
import { Pane } from './pane.tsx';
import { useCard } from './queries.ts';
import { useSpecialistsOfCard } from './specialists/queries.ts';
import { SpecialistsOfCard } from './specialists/specialists-of-card.tsx';
import { Verdict } from './verdict.tsx';

/** A card beside the work: read aloud, put into a reply, forwarded as it says, all by keys. */
export function CardBeside({ id }: { id: string }) {
  const { t } = useTranslation('cards');
  const card = useCard(id);
  if (card.data?.content) return <Shown card={card.data} />;
  return (
    <Pane title={t('title.one')}>
      {card.data ? <p className="beside-part">{t('pane.notPublished')}</p> : null}
      {card.error ? <ErrorState error={card.error} onRetry={() => void card.refetch()} /> : null}
      {card.isPending ? <Skeleton lines={8} /> : null}
    </Pane>
  );
}

function Shown({ card }: { card: Card }) {
  const { t } = useTranslation('cards');
  const { work } = useBeside();
  const locale = useLocale();
  const content = card.content as NonNullable<Card['content']>;
  const [chosen, setChosen] = useState<Locale | null>(null);
  const language = chosen ?? languageOf(content, work?.language ?? locale);
  const { title, answers } = textIn(content, language);
  const spoken = spokenIn(content);
  useOpened(card.id);
  const people = useSpecialistsOfCard(card.id).data?.specialists ?? [];
  const forwardTo = content.forward.unitId;
  const forward = work?.forward && forwardTo ? () => work.forward?.(forwardTo, title) : undefined;
  const answered = work?.answered ? () => work.answered?.({ id: card.id, name: title, organisationId: card.organisationId }) : undefined;
  useShortcuts([
    ...(work
      ? answers.map(({ body }, index) => ({
          keys: String(index + 1),
          label: t('pane.insertNumber', { number: index + 1 }),
          run: () => work.insert(body),
        }))
      : []),
    ...(forward ? [{ keys: 'f', label: t('pane.forward'), run: forward }] : []),
    ...(answered ? [{ keys: 'v', label: t('pane.answered'), run: answered }] : []),
  ]);
  return (
    <Pane
      title={title}
      lang={language}
      foot={
        answered ? (
          <Button kind="primary" wide keys="v" onPress={answered}>
            {t('pane.answered')}
          </Button>
        ) : null
      }
    >
      <div className="beside-part">
        <CardFacts card={card} />
        {card.serviceId ? <BulletinsOfService serviceId={card.serviceId} /> : null}
        {spoken.length > 1 ? (
          <Choice
            label={t('pane.language')}
            hideLabel
            options={spoken.map((one) => ({ id: one, label: t(`languages.${one}`) }))}
            value={language}
            onChange={(one) => setChosen(one as Locale)}
          />
        ) : null}
      </div>
      <CardForStaff
        content={content}
        language={language}
        linkFaults={card.linkFaults}
        insertInto={work?.into}
        onAnswer={work?.insert}
        onForward={forward}
        people={people.length > 0 ? <SpecialistsOfCard people={people} /> : null}
      />
      <Verdict card={card} />
      <p className="beside-part">
        <Link className={buttonClass({ kind: 'plain', size: 'small' })} to="/knowledge/cards/$cardId" params={{ cardId: card.id }}>
          {t(card.may.write || card.may.approve ? 'pane.edit' : 'pane.whole')}
        </Link>
      </p>
    </Pane>
  );
}

/** Remembered on the contact that was in front when it was opened, not on the next one. */
function useOpened(cardId: string): void {
  const { work } = useBeside();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
  useEffect(() => work?.opened?.(cardId), [cardId]);
}
