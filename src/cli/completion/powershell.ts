import {
  type CompletedCommand,
  type CompletedOption,
  flagsOf,
  type Grammar,
  type ValuePlace,
} from './grammar.js';

const powershellQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const entry = (key: string, value: string): string => `        ${powershellQuoted(key)} = ${value}`;

const words = ({ words }: ValuePlace): string => `@(${words.map(powershellQuoted).join(', ')})`;

const described = (options: readonly CompletedOption[]): string =>
  options
    .flatMap((option) =>
      flagsOf(option).map((flag) => `${powershellQuoted(flag)} = ${powershellQuoted(option.about)}`),
    )
    .join('; ');

/** The words after each option that takes some, under the command and the option. */
const values = ({ name, options }: CompletedCommand): string[] =>
  options.flatMap((option) =>
    option.value && option.value.place.words.length > 0
      ? flagsOf(option).map((flag) =>
          entry(`${name} ${flag}`, words((option.value as { place: ValuePlace }).place)),
        )
      : [],
  );

/** The words that an operand may be, under the command. */
const operands = ({ name, operands }: CompletedCommand): string[] =>
  operands !== null && operands.words.length > 0 ? [entry(name, words(operands))] : [];

/** A script for PowerShell. Where it offers nothing, PowerShell offers file names. */
export const powershell = ({ options, commands }: Grammar): string => `# PowerShell completion for papers

Register-ArgumentCompleter -Native -CommandName papers -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commands = [ordered]@{
${commands.map(({ name, about }) => entry(name, powershellQuoted(about))).join('\n')}
    }
    $options = @{
${[{ name: '', options }, ...commands].map(({ name, options }) => entry(name, `[ordered]@{ ${described(options)} }`)).join('\n')}
    }
    $values = @{
${commands.flatMap(values).join('\n')}
    }
    $operands = @{
${commands.flatMap(operands).join('\n')}
    }

    $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    $command = [string]($before | Where-Object { $commands.Contains($_) } | Select-Object -First 1)
    $previous = [string]($before | Select-Object -Last 1)
    $begin = ''
    $word = [string]$wordToComplete
    if ($word -match '^(--[a-z0-9-]+)=(.*)$') {
        $previous, $word, $begin = $Matches[1], $Matches[2], "$($Matches[1])="
    }

    if ($values.ContainsKey("$command $previous")) {
        # The last of several words with commas between; + or - may stand before one.
        if ($word -match '^(.*,)?[+-]?') { $begin += $Matches[0]; $word = $word.Substring($Matches[0].Length) }
        $found = $values["$command $previous"]
    } elseif ($word.StartsWith('-')) {
        $found = $options[$command].Keys
    } elseif ($command -eq '') {
        $found = $commands.Keys
    } else {
        $found = $operands[$command]
    }
    foreach ($text in $found) {
        if (-not $text.StartsWith($word)) { continue }
        $about = $options[$command][$text], $commands[$text], $text | Where-Object { $_ } | Select-Object -First 1
        [System.Management.Automation.CompletionResult]::new("$begin$text", $text, 'ParameterValue', $about)
    }
}
`;
