import type { LucideIcon } from 'lucide-react';

/** A drawn sign. With a label it is read aloud; without one the word stands beside it. */
export function Icon({ of: Drawing, label, className = '' }: { of: LucideIcon; label?: string | undefined; className?: string }) {
  const known = label ? { role: 'img', 'aria-label': label, 'aria-hidden': false as const } : { 'aria-hidden': true as const };
  return (
    <Drawing className={`icon ${className}`} {...known}>
      {label ? <title>{label}</title> : null}
    </Drawing>
  );
}
