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
        var data = CommonOptions.SeveralData();
        var scheme = CommonOptions.Schemes();
        var period = CommonOptions.Period();
        var asOf = CommonOptions.AsOf();
        var lang = CommonOptions.Lang();
        var output = new Option<string?>("--out") { Description = Texts.Help("help.out") };
        CommonOptions.RequireName(output);
        var explain = new Option<bool>("--explain") { Description = Texts.Help("help.score-explain") };
        var words = CommonOptions.Words();
        var asInput = new Option<bool>("--as-input") { Description = Texts.Help("help.as-input") };
        var command = new Command("score", Texts.Help("help.score")) { data, scheme, period, asOf, output, words, asInput, explain, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Guard.Run(streams, language, () =>
            {
                var folders = parsed.GetValue(data)!;
                if (parsed.GetValue(output) is { } file and not "-")
                    Array.ForEach(folders, folder => GivenSchemes.RefuseOutput(file, folder, parsed.GetValue(scheme)!));
                var versions = GivenSchemes.ReadVersions(parsed.GetValue(scheme)!);
                var run = new Run(folders, versions, parsed.GetValue(period), parsed.GetValue(asOf), parsed.GetValue(output),
                    Languages.TryParse(parsed.GetValue(words), out var ofWords) ? ofWords : null, parsed.GetValue(asInput));
                if (parsed.GetValue(explain) || folders.Length > 1)
                    Whole(streams, run, parsed.GetValue(explain), language);
                else
                    Score(streams, run, language);
            });
        });
        return command;
    }

    private static void Score(Streams streams, Run run, Language language)
    {
        var scorer = new Scorer(run.Versions, new ScorerOptions { AsOf = run.AsOf });
        var summary = RunProgressBar.Show(streams, language, progress =>
        {
            var options = new ScoreRunOptions { Year = run.Year, Progress = progress, Words = run.Words, AsInput = run.AsInput };
            var scoreRun = new ScoreRun(scorer, options);
            return run.Output == "-" ? scoreRun.ScoreTo(run.Folders[0], streams.Out) : scoreRun.Score(run.Folders[0], run.Output);
        });
        Summarise(streams, summary, run.Output, language);
    }

    /// <summary>Scores data that is read as a whole: to explain each result, or because it is that of several data sets.</summary>
    private static void Whole(Streams streams, Run run, bool explains, Language language)
    {
        var data = DataSetReader.ReadAll(run.Folders, run.Versions, run.Year);
        var scheme = run.Versions.Of(data.Year);
        var results = new Scorer(run.Versions, new ScorerOptions { Derivations = explains, AsOf = run.AsOf })
            .Score(data.Subjects, data.Entries, data.Year, earlier: data.Earlier, areFactsChecked: true);
        foreach (var assessment in run.Output == "-" || !explains ? [] : results)
            streams.Out.WriteLine(Explainer.Explain(assessment, language));
        if (run.Output == "-")
            ResultsWriter.Write(streams.Out, scheme, results, run.Words, run.AsInput);
        else if (run.Output is not null)
            ResultsWriter.Write(run.Output, scheme, results, run.Words, run.AsInput);
        Summarise(streams, data.SummaryOf(scheme, results), run.Output, language);
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

    /// <summary>What is asked for.</summary>
    private sealed record Run(
        string[] Folders, SchemeVersions Versions, int? Year, DateOnly? AsOf, string? Output, Language? Words, bool AsInput);
}
