import './list-box.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';

export type Command = { id: string; label: string; icon?: LucideIcon; keys?: string; run: () => void; isDisabled?: boolean };

/** Commands behind one button, which comes as `children`. */
export function Menu({ label, commands, children }: { label: string; commands: readonly Command[]; children: ReactNode }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaMenu aria-label={label} className="list-box">
          {commands.map((command) => (
            <MenuItem
              key={command.id}
              id={command.id}
              className="list-option menu-item"
              onAction={command.run}
              isDisabled={command.isDisabled ?? false}
              textValue={command.label}
            >
              {command.icon ? <Icon of={command.icon} /> : null}
              <span className="menu-line">
                {command.label}
                {command.keys ? <Kbd keys={command.keys} /> : null}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
