import { Modal } from '@mantine/core';
import { useWords } from '../words';
import { Caps } from './caps';
import { useAllCommands } from './commands';
import { helpRows } from './help-rows';
import './help.css';

/** Every key that does something now, and those that always do. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const { keys, common } = useWords();
  const groups = helpRows(useAllCommands(), keys);
  return (
    <Modal closeButtonProps={{ 'aria-label': common.close }} opened onClose={onClose} title={keys.help} size={620}>
      <div className="keyhelp">
        {groups.map(({ group, rows }) => (
          <section key={group}>
            <h3>{keys.groups[group]}</h3>
            <dl>
              {rows.map(({ title, chord, off }) => (
                <div key={chord} className="row spread">
                  <dt className={off ? 'mute' : ''}>{title}</dt>
                  <dd>
                    <Caps chord={chord} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
