import * as migration_20261124_065709_initial from './20261124_065709_initial';

export const migrations = [
  {
    up: migration_20261124_065709_initial.up,
    down: migration_20261124_065709_initial.down,
    name: '20261124_065709_initial'
  },
];
