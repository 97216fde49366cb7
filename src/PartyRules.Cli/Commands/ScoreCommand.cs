using System.CommandLine;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Data;
using PartyRules.Data.Summaries;
using PartyRules.Explanations;
using PartyRules.Schemes;
using PartyRules.Scoring;
using Spectre.Console;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules score</c>: assesses every subject of a data set.</summary>
internal static class ScoreCommand
{
    public static Command Make(Streams streams)
    {
        var data = CommonOptions.Data();
        var scheme = CommonOptions.Schemes();
        var period = CommonOptions.Period();
        var asOf = CommonOptions.AsOf();
        var lang = CommonOptions.Lang();
        var output = new Option<string?>("--out") { Description = Texts.Help("help.out") };
        CommonOptions.RequireName(output);
        var explain = new Option<bool>("--explain") { Description = Texts.Help("help.score-explain") };
        var command = new Command("score", Texts.Help("help.score")) { data, scheme, period, asOf, output, explain, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Guard.Run(streams, language, () =>
            {
                if (parsed.GetValue(output) is { } file and not "-")
                    GivenSchemes.RefuseOutput(file, parsed.GetValue(data)!, parsed.GetValue(scheme)!);
                var versions = GivenSchemes.ReadVersions(parsed.GetValue(scheme)!);
                Score(
                    streams, parsed.GetValue(data)!, versions, parsed.GetValue(period), parsed.GetValue(asOf), parsed.GetValue(output),
                    parsed.GetValue(explain), language);
            });
        });
        return command;
    }

    private static void Score(
        Streams streams, string folder, SchemeVersions versions, int? year, DateOnly? asOf, string? output, bool explain, Language language)
    {
        if (explain)
        {
            Explain(streams, folder, versions, year, asOf, output, language);
            return;
        }

        var scorer = new Scorer(versions, new ScorerOptions { AsOf = asOf });
        var summary = RunProgressBar.Show(streams, language, progress =>
        {
            var run = new ScoreRun(scorer, new ScoreRunOptions { Year = year, Progress = progress });
            return output == "-" ? run.ScoreTo(folder, streams.Out) : run.Score(folder, output);
        });
        Summarise(streams, summary, output, language);
    }

    private static void Explain(
        Streams streams, string folder, SchemeVersions versions, int? year, DateOnly? asOf, string? output, Language language)
    {
        var data = DataSetReader.Read(folder, versions, year);
        var scheme = versions.Of(data.Year);
        var results = new Scorer(versions, new ScorerOptions { Derivations = true, AsOf = asOf })
            .Score(data.Subjects, data.Entries, data.Year, earlier: data.Earlier, areFactsChecked: true);
        foreach (var assessment in output == "-" ? [] : results)
            streams.Out.WriteLine(Explainer.Explain(assessment, language));
        if (output == "-")
            ResultsWriter.Write(streams.Out, scheme, results);
        else if (output is not null)
            ResultsWriter.Write(output, scheme, results);
        Summarise(streams, data.SummaryOf(scheme, results), output, language);
    }

    /// <summary>Where the results themselves are printed, nothing else is; who is passed over is said on the stream of problems.</summary>
    private static void Summarise(Streams streams, RunSummary summary, string? output, Language language)
    {
        if (output == "-")
        {
            Summary.WritePassedOver(streams.Error, summary.OtherKinds, language);
            Summary.WriteNotices(streams.Error, summary.Notices, language);
            return;
        }

        new Summary(streams.Console, summary, language).Write();
        streams.Console.WriteLine(
            output is null ? Texts.In(language, "summary.no-out") : Texts.In(language, "summary.out", output, summary.Results));
    }
}
