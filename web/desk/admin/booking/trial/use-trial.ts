import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from '../queries.ts';

/** How long one may go on writing before what is written is tried (milliseconds). */
const restMs = 400;

/** What would be, were it saved as it stands; tried anew each time the writing rests. Nothing is changed by trying. */
export function useTrial<Input, Answer>(id: string, input: Input, attempt: (input: Input, signal: AbortSignal) => Promise<Answer>) {
  const written = JSON.stringify(input);
  const [settled, setSettled] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), restMs);
    return () => clearTimeout(timer);
  }, [written]);
  const query = useQuery({
    queryKey: [...keys.all, 'trial', id, settled],
    queryFn: ({ signal }) => attempt(JSON.parse(settled) as Input, signal),
    placeholderData: keepPreviousData,
  });
  const isOld = settled !== written || query.isPlaceholderData;
  return { answer: query.data, error: query.error, isOld, retry: () => void query.refetch() };
}

export type Trial<Answer> = ReturnType<typeof useTrial<unknown, Answer>>;
