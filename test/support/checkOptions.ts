import type { CheckOptions } from '../../server/cli/options.ts';

/** A check as somebody asks for it who asks for nothing but JSON. */
export const checkOptions: CheckOptions = {
  format: 'json',
  fixDryRun: false,
  failOn: 'error',
  statements: false,
  all: false,
  config: true,
  rule: [],
};
