using System.CommandLine;
using PartyRules.Cli.Output;
using PartyRules.Data;
using PartyRules.Data.Summaries;
using PartyRules.Explanations;
using PartyRules.Schemes;
using Spectre.Console;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules score</c>: assesses every subject of a data set.</summary>
internal static class ScoreCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var data = CommonOptions.Data();
        var scheme = CommonOptions.Schemes();
        var period = CommonOptions.Period();
        var lang = CommonOptions.Lang();
        var output = new Option<string?>("--out") { Description = Tool.Help("help.out") };
        CommonOptions.IsNamed(output);
        var explain = new Option<bool>("--explain") { Description = Tool.Help("help.score-explain") };
        var command = new Command("score", Tool.Help("help.score")) { data, scheme, period, output, explain, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Tool.Guarded(surroundings, language, () =>
            {
                if (parsed.GetValue(output) is { } file and not "-")
                    Tool.RefuseOutput(file, parsed.GetValue(data)!, parsed.GetValue(scheme)!);
                Score(surroundings, parsed.GetValue(data)!, Tool.VersionsOf(parsed.GetValue(scheme)!), parsed.GetValue(period), parsed.GetValue(output), parsed.GetValue(explain), language);
            });
        });
        return command;
    }

    private static void Score(Surroundings surroundings, string folder, SchemeVersions versions, int? year, string? output, bool explain, Language language)
    {
        if (explain)
        {
            Explain(surroundings, folder, versions, year, output, language);
            return;
        }

        var scorer = new VersionedScorer(versions);
        var summary = RunProgressBar.Show(surroundings, language, progress =>
        {
            var run = ScoreRun.OfVersions(scorer, new ScoreRunOptions { Year = year, Progress = progress });
            return output == "-" ? run.ScoreTo(folder, surroundings.Out) : run.Score(folder, output);
        });
        Summarise(surroundings, summary, output, language);
    }

    private static void Explain(Surroundings surroundings, string folder, SchemeVersions versions, int? year, string? output, Language language)
    {
        var data = DataSetReader.ReadForVersions(folder, versions, year);
        var scheme = versions.Of(data.Year);
        var results = new VersionedScorer(versions, new ScorerOptions { Derivations = true }).Score(data.Subjects, data.Entries, data.Year, earlier: data.Earlier);
        foreach (var assessment in output == "-" ? [] : results)
            surroundings.Out.WriteLine(Explainer.Explain(assessment, language));
        if (output == "-")
            ResultsWriter.Write(surroundings.Out, scheme, results);
        else if (output is not null)
            ResultsWriter.Write(output, scheme, results);
        Summarise(surroundings, data.SummaryOf(scheme, results), output, language);
    }

    /// <summary>Where the results themselves are printed, nothing stands among them; who has none is told beside them.</summary>
    private static void Summarise(Surroundings surroundings, RunSummary summary, string? output, Language language)
    {
        if (output == "-")
        {
            Tool.Tell(surroundings.Error, summary.OtherKinds, language);
            Tool.Tell(surroundings.Error, summary.Notices, language);
            return;
        }

        new Summary(surroundings.Console, summary, language).Write();
        surroundings.Console.WriteLine(output is null ? Tool.Texts.In(language, "summary.no-out") : Tool.Texts.In(language, "summary.out", output, summary.Results));
    }
}
