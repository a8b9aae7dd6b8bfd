import {
  FileText,
  Laptop,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquare,
  NotebookPen,
  Phone,
  ScrollText,
  Share2,
  User,
  Video,
} from 'lucide-react';
import type { Channel } from '../../../server/modules/matters/contacts/schema.ts';
import { Icon } from './icon.tsx';

const drawings: Record<Channel | 'link', LucideIcon> = {
  email: Mail,
  web: FileText,
  phone: Phone,
  counter: User,
  letter: ScrollText,
  sms: MessageCircle,
  chat: MessageSquare,
  video: Video,
  social: Share2,
  'self-service': Laptop,
  internal: NotebookPen,
  link: FileText,
};

export function channelDrawing(channel: string): LucideIcon {
  return drawings[channel as Channel] ?? MessageSquare;
}

export function ChannelIcon({ channel, label }: { channel: string; label?: string }) {
  return <Icon of={channelDrawing(channel)} label={label} />;
}
