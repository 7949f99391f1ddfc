import { Share2 } from 'lucide-react';
import type { Command } from '../../../lib/command';

/** Opens the choice of the inquiry to publish. */
const publishCase: Command = {
  id: 'exchange.publish',
  titleKey: 'exchange:commands.publish',
  menu: 'file',
  startsGroup: true,
  icon: Share2,
  run: ({ go }) => {
    go('/exchange/publish');
  },
};
export default publishCase;
