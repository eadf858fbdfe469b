import * as migration_20261124_075628_initial from './20261124_075628_initial';
import * as migration_20261124_095825_working_calendar from './20261124_095825_working_calendar';
import * as migration_20261124_104541_media_pipeline from './20261124_104541_media_pipeline';

export const migrations = [
  {
    up: migration_20261124_075628_initial.up,
    down: migration_20261124_075628_initial.down,
    name: '20261124_075628_initial',
  },
  {
    up: migration_20261124_095825_working_calendar.up,
    down: migration_20261124_095825_working_calendar.down,
    name: '20261124_095825_working_calendar',
  },
  {
    up: migration_20261124_104541_media_pipeline.up,
    down: migration_20261124_104541_media_pipeline.down,
    name: '20261124_104541_media_pipeline'
  },
];
