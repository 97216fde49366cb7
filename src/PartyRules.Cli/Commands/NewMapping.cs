using System.CommandLine;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Data;
using PartyRules.Diagnostics;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules new mapping</c>: proposes what the columns of a register mean that has a row for each subject.</summary>
internal static class NewMapping
{
    public static Command Make(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = Texts.Help("help.new-mapping-file") };
        var scheme = new Option<string>("--scheme") { Description = Texts.Help("help.scheme"), Required = true };
        var year = new Option<int>("--year") { Description = Texts.Help("help.year"), DefaultValueFactory = _ => 2026 };
        CommonOptions.RequireYear(year);
        var output = new Option<string?>("--out") { Description = Texts.Help("help.new-mapping-out") };
        CommonOptions.RequireName(output);
        var lang = CommonOptions.Lang();
        var command = new Command("mapping", Texts.Help("help.new-mapping")) { file, scheme, year, output, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Guard.Run(streams, language, () =>
            {
                var register = parsed.GetValue(file)!;
                var path = parsed.GetValue(output)
                    ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(register))!, RegisterMapping.FileName);
                if (File.Exists(path))
                    throw new ProblemException(Texts.Catalog.Problem("new.exists", new SourceLocation(path)));
                var proposal = RegisterMapping.Propose(register, GivenSchemes.Read(parsed.GetValue(scheme)!), parsed.GetValue(year));
                File.WriteAllText(path, proposal);
                streams.Out.WriteLine(Texts.In(language, "new-mapping.done", path));
            });
        });
        return command;
    }
}
