import '../beside.css';
import './editor.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type Card, readCardDraft } from '../../../shared/api/cards.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { keys } from '../../queries.ts';
import { CardForStaff } from '../card-for-staff.tsx';
import { languageOf, textIn } from '../card-texts.ts';
import { useCard } from '../queries.ts';
import { Verdict } from '../verdict.tsx';
import { CardEditor } from './card-editor.tsx';
import { CardHead } from './card-head.tsx';

/** A card's own page: for all to read, for its keepers to write, approve and look after. */
export function CardPlace() {
  const { cardId } = useParams({ from: '/knowledge/cards/$cardId' });
  const card = useCard(cardId);
  return (
    <main className="card-place" id="main" tabIndex={-1}>
      {card.data ? <Shown key={cardId} card={card.data} /> : null}
      {card.error ? <ErrorState error={card.error} onRetry={() => void card.refetch()} /> : null}
      {card.isPending ? <Skeleton lines={9} /> : null}
    </main>
  );
}

function Shown({ card }: { card: Card }) {
  const keeps = card.may.write || card.may.approve;
  return keeps ? <Kept card={card} /> : <Read card={card} />;
}

function Kept({ card }: { card: Card }) {
  const draft = useQuery({ queryKey: [...keys.card(card.id), 'draft'], queryFn: () => readCardDraft(card.id) });
  if (draft.data) return <CardEditor card={card} draft={draft.data} />;
  return draft.error ? <ErrorState error={draft.error} onRetry={() => void draft.refetch()} /> : <Skeleton lines={9} />;
}

function Read({ card }: { card: Card }) {
  const locale = useLocale();
  if (!card.content) return null;
  const language = languageOf(card.content, locale);
  return (
    <article className="card-read">
      <CardHead card={card} title={textIn(card.content, language).title} />
      <CardForStaff content={card.content} language={language} linkFaults={card.linkFaults} />
      <Verdict card={card} />
    </article>
  );
}
