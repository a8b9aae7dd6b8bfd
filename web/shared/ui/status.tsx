import './status.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type Tone = 'good' | 'warn' | 'bad' | 'wait' | 'brand' | 'quiet';

/** A state by its word, a sign and only then a colour. */
export function StatusWord({ tone, icon, filled, children }: { tone: Tone; icon?: LucideIcon; filled?: boolean; children: ReactNode }) {
  return (
    <span className={`status ${tone} ${filled ? 'filled' : ''}`}>
      {icon ? <Icon of={icon} /> : null}
      <span>{children}</span>
    </span>
  );
}
