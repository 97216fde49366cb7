using System.CommandLine;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Data.Comparisons;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules compare</c>: what changes for everybody where one scheme takes the place of another.</summary>
internal static class CompareCommand
{
    private const string TextFormat = "text";
    private const string JsonFormat = "json";

    public static Command Make(Streams streams)
    {
        var data = CommonOptions.Data();
        var baseline = CommonOptions.Schemes("--baseline", "help.baseline");
        var candidate = CommonOptions.Schemes("--candidate", "help.candidate");
        var period = CommonOptions.Period();
        var asOf = CommonOptions.AsOf();
        var lang = CommonOptions.Lang();
        var format = new Option<string>("--format")
        {
            Description = Texts.Help("help.compare-format"),
            DefaultValueFactory = _ => TextFormat,
        };
        format.AcceptOnlyFromAmong(TextFormat, JsonFormat);
        var output = new Option<string?>("--out") { Description = Texts.Help("help.compare-out") };
        CommonOptions.RequireName(output);
        var command = new Command("compare", Texts.Help("help.compare")) { data, baseline, candidate, period, asOf, format, output, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Guard.Run(streams, language, () =>
            {
                var (before, after) = (parsed.GetValue(baseline)!, parsed.GetValue(candidate)!);
                var file = parsed.GetValue(output);
                if (file is not null)
                    GivenSchemes.RefuseOutput(file, parsed.GetValue(data)!, before.Concat(after));
                var options = new CompareOptions
                {
                    Year = parsed.GetValue(period),
                    MostMoves = file is null ? new CompareOptions().MostMoves : int.MaxValue,
                };
                var comparison = Compare(
                    GivenSchemes.ReadVersions(before), GivenSchemes.ReadVersions(after), parsed.GetValue(asOf), options,
                    parsed.GetValue(data)!);
                if (file is not null)
                    MovesWriter.Write(file, comparison);
                if (parsed.GetValue(format) == JsonFormat)
                    ComparisonJson.Write(streams.Out, comparison);
                else
                    new ComparisonText(streams.Console, comparison, language).Write(file);
            });
        });
        return command;
    }

    private static Comparison Compare(
        SchemeVersions before, SchemeVersions after, DateOnly? asOf, CompareOptions options, string folder)
    {
        var (old, made) = (before.All[^1].SubjectKind, after.All[^1].SubjectKind);
        if (old != made)
            throw new ProblemException(Texts.Catalog.Problem("compare-kinds", new SourceLocation(), old, made));
        var scoring = new ScorerOptions { AsOf = asOf };
        return new CompareRun(new Scorer(before, scoring), new Scorer(after, scoring), options).Compare(folder);
    }
}
