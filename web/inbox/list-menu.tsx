import { useState } from 'react';
import { useSavedViews } from '../api/views';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useWords } from '../words';
import { choose } from './bulk/choosing';
import { NONE } from './bulk/chosen';
import { narrowed, viewQueryOf } from './list-query';
import { RemoveView } from './remove-view';
import { SaveView } from './save-view';
import { useAddress } from './use-address';
import { useKeepView } from './use-keep-view';

/** Keeping this list under a name, and what can be done with one that is kept. */
export function ListMenu() {
  const { inbox } = useWords();
  const { view, own, search } = useAddress();
  const { me } = useWorkspace();
  const [asked, ask] = useState<'save' | 'rename' | 'remove' | null>(null);
  const saved = useSavedViews().find(({ id }) => id === view);
  const { change } = useKeepView();
  const mayChange = saved !== undefined && (saved.shared ? me.role === 'admin' : saved.own);
  const isNarrowed = Object.keys(search).length > 0;
  const query = viewQueryOf(narrowed(own ?? {}, search));
  const close = () => ask(null);
  return (
    <>
      <Menu {...IN_PLACE} position="bottom-end" shadow="lg">
        <Menu.Target>
          <button type="button" className="btn quiet icon small listmenu" aria-label={inbox.listMenu} title={inbox.listMenu}>
            <Icon name={mayChange || isNarrowed ? 'star' : 'more'} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="check" />} onClick={() => choose({ ...NONE, on: true })}>
            {inbox.bulk.begin}
          </Menu.Item>
          {isNarrowed ? <Menu.Item onClick={() => ask('save')}>{inbox.view.save}</Menu.Item> : null}
          {mayChange && isNarrowed ? (
            <Menu.Item onClick={() => change.mutate({ view: saved, change: { query } })}>{inbox.view.update}</Menu.Item>
          ) : null}
          {mayChange ? <Menu.Item onClick={() => ask('rename')}>{inbox.view.rename}</Menu.Item> : null}
          {mayChange ? <Menu.Item onClick={() => ask('remove')}>{inbox.view.remove}</Menu.Item> : null}
        </Menu.Dropdown>
      </Menu>
      {asked === 'save' ? <SaveView query={query} onClose={close} /> : null}
      {asked === 'rename' && saved ? <SaveView view={saved} query={saved.query} onClose={close} /> : null}
      {asked === 'remove' && saved ? <RemoveView view={saved} onClose={close} /> : null}
    </>
  );
}
