import { useWords } from '../../words';
import { SettingsFrame } from '../settings-frame';

/** The connected accounts. */
export function ChannelsPage() {
  const { frame } = useWords().settings;
  return <SettingsFrame title={frame.sections.channels}>{null}</SettingsFrame>;
}
