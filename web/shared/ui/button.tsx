import './button.css';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { useUnsaid } from './use-unsaid.ts';

export type ButtonLook = {
  kind?: 'primary' | 'normal' | 'plain';
  size?: 'small' | 'normal' | 'tall';
  wide?: boolean;
  /** Moves the button to the end of its line. */
  push?: boolean;
};

type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style'> &
  ButtonLook & { icon?: LucideIcon; keys?: string | undefined; children?: ReactNode };

export function Button({ kind, size, wide, push, icon, keys, children, ...aria }: ButtonProps) {
  const own = useId();
  const id = aria.id ?? own;
  useUnsaid(id, aria.isPending ?? false);
  return (
    <AriaButton
      {...aria}
      {...(aria.isPending === undefined ? {} : { id })}
      className={buttonClass({ kind, size, wide, push })}
      aria-keyshortcuts={keys}
    >
      {icon ? <Icon of={icon} /> : null}
      {children}
      {keys ? <Kbd keys={keys} /> : null}
    </AriaButton>
  );
}

/** For links that look like buttons. */
export function buttonClass({
  kind = 'normal',
  size = 'normal',
  wide,
  push,
}: { [K in keyof ButtonLook]: ButtonLook[K] | undefined }): string {
  return ['button', kind !== 'normal' && kind, size !== 'normal' && size, wide && 'wide', push && 'push'].filter(Boolean).join(' ');
}
