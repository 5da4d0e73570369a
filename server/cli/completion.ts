import type { Command, Option } from 'commander';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What may stand after a command, by the command's name; files where nothing is said. */
export type ArgumentValues = Readonly<Record<string, readonly string[]>>;

interface CompletedOption {
  readonly name: string;
  readonly says: string;
  readonly takesValue: boolean;
  readonly values: readonly string[];
}

interface CompletedCommand {
  readonly name: string;
  readonly says: string;
  readonly options: readonly CompletedOption[];
  readonly values: readonly string[] | null;
}

function completedOption(option: Option): CompletedOption[] {
  if (!option.long) return [];
  const values = option.argChoices ?? [];
  // `--fix` stands alone or is joined to its kind, so it never takes the next word.
  const joined = option.flags.includes('[=');
  return [
    { name: option.long.slice(2), says: option.description, takesValue: option.required && !joined, values },
  ];
}

function completedCommands(program: Command, values: ArgumentValues): CompletedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    says: command.description(),
    options: command.options.flatMap(completedOption),
    values: values[command.name()] ?? null,
  }));
}

/** Text between single quotes of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function bash(commands: readonly CompletedCommand[]): string {
  const valued = commands.flatMap(({ name, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ name: option, values }) =>
        values.length === 0
          ? `    ${name}:--${option}) return ;;`
          : `    ${name}:--${option}) COMPREPLY=($(compgen -W ${quoted(values.join(' '))} -- "$current")); return ;;`,
      ),
  );
  const words = commands.map(({ name, options, values }) => {
    const flags = options.map((option) => `--${option.name}`).join(' ');
    const rest = values === null ? 'return' : `words=${quoted(values.join(' '))}`;
    return `    ${name}) if [[ $current == -* ]]; then words=${quoted(flags)}; else ${rest}; fi ;;`;
  });
  return `_posting_lens() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words=''
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W ${quoted(commands.map(({ name }) => name).join(' '))} -- "$current"))
    return
  fi
  if [[ $current == = ]]; then current=''; elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  case \${COMP_WORDS[1]}:$previous in
${valued.join('\n')}
  esac
  case \${COMP_WORDS[1]} in
${words.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _posting_lens posting-lens
`;
}

function zsh(commands: readonly CompletedCommand[]): string {
  const plain = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');
  const described = commands.map(({ name, says }) => `    ${quoted(`${name}:${plain(says)}`)}`);
  const cases = commands.map(({ name, options, values }) => {
    const specs = options.map((option) => {
      const action = option.values.length === 0 ? '_files' : `(${option.values.join(' ')})`;
      const value = option.takesValue ? `:value:${action}` : '';
      return quoted(`--${option.name}[${plain(option.says)}]${value}`);
    });
    const rest = quoted(values === null ? '*:file:_files' : `1:id:(${values.join(' ')})`);
    return `    ${name}) _arguments ${[...specs, rest].join(' \\\n      ')} ;;`;
  });
  return `#compdef posting-lens
_posting_lens() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _posting_lens ]]; then _posting_lens "$@"; else compdef _posting_lens posting-lens; fi
`;
}

function fish(commands: readonly CompletedCommand[]): string {
  // fish knows two escapes between single quotes.
  const text = (words: string): string => `'${words.replace(/[\\']/g, '\\$&')}'`;
  const lines = commands.flatMap(({ name, says, options, values }) => {
    const here = `complete -c posting-lens -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c posting-lens -n __fish_use_subcommand -f -a ${name} -d ${text(says)}`,
      ...options.map((option) => {
        const value = !option.takesValue
          ? ''
          : option.values.length === 0
            ? ' -r'
            : ` -x -a ${text(option.values.join(' '))}`;
        return `${here} -l ${option.name}${value} -d ${text(option.says)}`;
      }),
      ...(values === null ? [] : [`${here} -f -a ${text(values.join(' '))}`]),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** A script that completes the program's command line in a shell, made from the commands and options that there are. */
export function completionScript(shell: Shell, program: Command, values: ArgumentValues): string {
  const writers = { bash, zsh, fish };
  return writers[shell](completedCommands(program, values));
}
