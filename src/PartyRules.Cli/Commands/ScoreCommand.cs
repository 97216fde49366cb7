using System.CommandLine;
using PartyRules.Cli.Output;
using PartyRules.Data;
using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Schemes;
using Spectre.Console;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules score</c>: assesses every subject of a data set.</summary>
internal static class ScoreCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var data = CommonOptions.Data();
        var scheme = CommonOptions.Scheme();
        var period = CommonOptions.Period();
        var lang = CommonOptions.Lang();
        var output = new Option<string?>("--out") { Description = Tool.Help("help.out") };
        var explain = new Option<bool>("--explain") { Description = Tool.Help("help.score-explain") };
        var command = new Command("score", Tool.Help("help.score")) { data, scheme, period, output, explain, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Tool.Guarded(surroundings, language, () => Score(
                surroundings, parsed.GetValue(data)!, Tool.SchemeOf(parsed.GetValue(scheme)!), parsed.GetValue(period), parsed.GetValue(output), parsed.GetValue(explain), language));
        });
        return command;
    }

    private static void Score(Surroundings surroundings, string folder, Scheme scheme, int? year, string? output, bool explain, Language language)
    {
        var data = DataSetReader.Read(folder, scheme, year);
        var scorer = new Scorer(scheme, new ScorerOptions { Derivations = explain });
        var results = WithProgress(surroundings.Console, data.Subjects.Count, language, progress => scorer.Score(data.Subjects, data.Entries, data.Year, progress, data.Earlier));
        if (output == "-")
        {
            ResultsWriter.Write(surroundings.Out, scheme, results);
            return;
        }

        if (explain)
        {
            foreach (var assessment in results)
                surroundings.Out.WriteLine(Explainer.Explain(assessment, language));
        }

        new Summary(surroundings.Console, scheme, results, language).Write(data);
        if (output is not null)
            ResultsWriter.Write(output, scheme, results);
        surroundings.Console.WriteLine(output is null ? Tool.Texts.In(language, "summary.no-out") : Tool.Texts.In(language, "summary.out", output, results.Count));
    }

    private static IReadOnlyList<Assessment> WithProgress(IAnsiConsole console, int subjects, Language language, Func<IProgress<int>?, IReadOnlyList<Assessment>> work)
    {
        if (!console.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
            return work(null);
        return console.Progress().Start(context =>
        {
            var task = context.AddTask(Tool.Texts.In(language, "progress"), maxValue: subjects);
            return work(new Direct(done => task.Value = done));
        });
    }

    /// <summary>Reports at once, on the thread that works.</summary>
    private sealed class Direct(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
