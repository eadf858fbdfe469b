import * as migration_20261124_075628_initial from './20261124_075628_initial';

export const migrations = [
  {
    up: migration_20261124_075628_initial.up,
    down: migration_20261124_075628_initial.down,
    name: '20261124_075628_initial'
  },
];
