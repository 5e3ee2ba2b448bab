import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words';
import { About } from '../about';
import { Loading } from '../loading';
import '../rules/rules.css';
import { SettingsFrame } from '../settings-frame';
import { AddStage } from './add-stage';
import { stagesQuery } from './query';
import { StageList } from './stage-list';
import './stages.css';

/** The labels that people choose, in order. */
export function StagesPage() {
  const { settings, stages: words } = useWords();
  const title = settings.frame.sections.stages;
  const { data: stages, error } = useQuery(stagesQuery);
  if (!stages) return <Loading title={title} error={error} rows={6} />;
  return (
    <SettingsFrame title={title}>
      <div className="two">
        <div className="form">
          <StageList stages={stages} />
          <AddStage />
        </div>
        <About title={words.about} says={words.aboutSays} />
      </div>
    </SettingsFrame>
  );
}
