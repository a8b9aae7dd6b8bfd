import { useBeside } from './beside.tsx';
import { CardBeside } from './card-beside.tsx';
import { FoundBeside } from './found-beside.tsx';
import { GuideBeside } from './guides/guide-beside.tsx';

/** Whatever was opened from the search. */
export function BesidePane() {
  const { beside } = useBeside();
  if (!beside) return null;
  if (beside.kind === 'card') return <CardBeside key={beside.id} id={beside.id} />;
  if (beside.kind === 'guide') return <GuideBeside key={beside.id} id={beside.id} />;
  return <FoundBeside key={beside.hit.id} hit={beside.hit} />;
}
