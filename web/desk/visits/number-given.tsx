import './given.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArrivedAnswer } from '../../shared/api/visits.ts';
import { useToldWords } from './words.ts';

/** What is told and shown to the visitor: the number, the wait, and where it is followed on their own phone. */
export function NumberGiven({ given }: { given: ArrivedAnswer }) {
  const { t } = useTranslation('visits');
  const told = useToldWords();
  return (
    <section className="number-given">
      <p className="visitor-code" role="status">
        <span className="heard">{t('greet.number')} </span>
        {given.code}
      </p>
      <p>
        {given.place === null ? null : `${t('greet.place', { place: given.place })} · `}
        {told(given.told)}
      </p>
      <Qr address={given.page} label={t('greet.qr')} />
      <p className="quiet">{t('greet.page')}</p>
      <p className="page-address">{given.page}</p>
    </section>
  );
}

/** Light around the code, in its own squares: readers need it (ISO/IEC 18004). */
const QUIET = 4;

function Qr({ address, label }: { address: string; label: string }) {
  const code = useQuery({ queryKey: ['qr', address], queryFn: () => squaresOf(address), gcTime: 0, staleTime: Number.POSITIVE_INFINITY });
  if (!code.data) return null;
  const { size, path } = code.data;
  return (
    <svg className="qr" viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}

async function squaresOf(address: string): Promise<{ size: number; path: string }> {
  const { create } = await import('qrcode');
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const dark = Array.from(modules.data, (isDark, place) =>
    isDark ? `M${place % modules.size} ${Math.floor(place / modules.size)}h1v1h-1z` : '',
  );
  return { size: modules.size, path: dark.join('') };
}
