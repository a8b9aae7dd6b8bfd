import './notice.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** A bar over the whole screen: what is so now, what is kept, what to do. */
export function Notice({ icon, title, children, action }: { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="notice" role="status">
      <Icon of={icon} />
      <p className="notice-words">
        <strong>{title}</strong> {children ? <span>{children}</span> : null}
      </p>
      {action ? <span className="push">{action}</span> : null}
    </div>
  );
}
