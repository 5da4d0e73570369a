import { say } from '../../say.ts';
import { defineConfigurationRule } from '../rule.ts';

export default defineConfigurationRule({
  id: 'invalid-configuration',
  says: 'A key or value of the configuration file cannot be used.',
  severity: 'warning',
  check: (problems) =>
    problems.map(({ span, message, correction }) => ({
      span,
      message,
      fixes:
        correction === null
          ? []
          : [
              {
                title: say`Change it to “${correction.name}”`,
                safe: false,
                preferred: true,
                edits: [correction.edit],
              },
            ],
    })),
});
