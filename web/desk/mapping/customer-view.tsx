import './customer.css';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PictureVariant, ShownToCustomer } from '../../../server/modules/matters/mapping/schema.ts';
import { confirmMapping, readShown } from '../../shared/api/mappings.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** What the customer is shown, large and in their language: the question at hand and what has been answered to it, nothing else. */
export function CustomerView({ mappingId }: { mappingId: string }) {
  const [wish, setWish] = useState<PictureVariant>();
  const shown = useQuery({
    queryKey: [...keys.mapping(mappingId), 'shown', wish ?? ''],
    queryFn: () => readShown(mappingId, wish),
    placeholderData: (before) => before,
  });
  return (
    <main className="customer-view" lang={shown.data?.variant} id="customer-view">
      {shown.data ? <Languages shown={shown.data} onWish={setWish} /> : null}
      {shown.data ? <Shown mappingId={mappingId} shown={shown.data} /> : null}
    </main>
  );
}

/** Whoever finds the words hard has them in plain Finnish, by the customer's own hand as well. */
function Languages({ shown, onWish }: { shown: ShownToCustomer; onWish: (variant: PictureVariant) => void }) {
  return (
    <p className="languages">
      {shown.languages.map(({ variant, name }) => (
        <button key={variant} type="button" lang={variant} aria-pressed={variant === shown.variant} onClick={() => onWish(variant)}>
          {name}
        </button>
      ))}
    </p>
  );
}

function Shown({ mappingId, shown }: { mappingId: string; shown: ShownToCustomer }) {
  const { run, isRunning } = useDeed([keys.mapping(mappingId), keys.mappings]);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question is said, an answer to the same one is not
  useEffect(() => heading.current?.focus(), [shown.group]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {shown.heading}
      </h1>
      {shown.hint ? <p className="hint">{shown.hint}</p> : null}
      {shown.thanks ? (
        <p className="thanks" role="status">
          <Icon of={CircleCheck} /> {shown.thanks}
        </p>
      ) : null}
      <div className="shown-blocks">
        {shown.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks have nothing but their order
          <section key={index}>
            {block.heading ? <h2>{block.heading}</h2> : null}
            {block.listed ? (
              <ul>
                {block.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : (
              block.lines.map((line) => <p key={line}>{line}</p>)
            )}
          </section>
        ))}
      </div>
      {shown.confirm ? (
        <p>
          <Button kind="primary" size="tall" isPending={isRunning} onPress={() => void run(() => confirmMapping(mappingId, 'screen'))}>
            {shown.confirm}
          </Button>
        </p>
      ) : null}
    </>
  );
}
