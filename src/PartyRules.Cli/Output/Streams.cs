using Spectre.Console;

namespace PartyRules.Cli.Output;

/// <summary>Where a command writes.</summary>
/// <param name="Console">Tables and progress.</param>
/// <param name="Out">Results and explanations.</param>
/// <param name="Error">Problems.</param>
internal sealed record Streams(IAnsiConsole Console, TextWriter Out, TextWriter Error);
