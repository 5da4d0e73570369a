/** The tests of every extension host. */
import './activation.ts';
import './commands.ts';
import './configuration.ts';
import './mislabeled.ts';
import './server.ts';
import './views.ts';
