import './chip.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { arrangementDrawing } from './arrangement-icon.tsx';
import { Icon } from './icon.tsx';

export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="chips" aria-label={label}>
      {children}
    </ul>
  );
}

export function Chip({ icon, children }: { icon?: LucideIcon; children: ReactNode }) {
  return (
    <li className="chip">
      {icon ? <Icon of={icon} /> : null}
      <span>{children}</span>
    </li>
  );
}

/** What is arranged for a person, never why. */
export function ArrangementChip({ kind, label, detail }: { kind: string; label: string; detail?: string }) {
  return <Chip icon={arrangementDrawing(kind)}>{arrangementWords(label, detail)}</Chip>;
}

/** A detail that only picks one of the words of its label ("support for hearing or induction loop": "induction loop") stands alone. */
export function arrangementWords(label: string, detail?: string): string {
  if (!detail) return label;
  if (!label.toLocaleLowerCase().includes(detail.toLocaleLowerCase())) return `${label}: ${detail}`;
  return detail.charAt(0).toLocaleUpperCase() + detail.slice(1);
}
