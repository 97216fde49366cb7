using PartyRules.Cli;
using Spectre.Console;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return Tool.Run(args, AnsiConsole.Console, Console.Out, Console.Error);
