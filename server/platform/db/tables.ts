// Written by `bin/tables` from the migrated database; do not edit. tests/tables.test.ts checks that it is current.

export interface Tables {}
