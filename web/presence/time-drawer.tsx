import type { Agent } from '../api/types';
import { Drawer } from '../parts/dialog';
import { useWords } from '../words';
import { TimeTable } from './time-table';

/** An agent's time, beside the list of agents. */
export function TimeDrawer({ agent, onClose }: { readonly agent: Agent; readonly onClose: () => void }) {
  const { common, presence } = useWords();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={600}
      title={presence.times.title(agent.name)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <TimeTable agentId={agent.id} />
    </Drawer>
  );
}
