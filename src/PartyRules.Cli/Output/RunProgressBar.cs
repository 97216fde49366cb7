using System.Globalization;
using PartyRules.Cli.Resources;
using PartyRules.Data;
using PartyRules.Data.Summaries;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PartyRules.Cli.Output;

/// <summary>A progress bar with rate and time left on a terminal, and nothing elsewhere.</summary>
internal static class RunProgressBar
{
    /// <summary>Does the work and shows how far it is.</summary>
    public static RunSummary Show(Streams streams, Language language, Func<IProgress<RunProgress>?, RunSummary> work)
    {
        var console = streams.Console;
        if (!console.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
            return work(null);
        return console.Progress().AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RateColumn(language),
                new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Texts.In(language, "progress"), maxValue: 1);
                return work(new Bar(task));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            task.Value = value.Share;
            task.State.Update<long>(nameof(RunProgress.Subjects), _ => value.Subjects);
        }
    }

    private sealed class RateColumn(Language language) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            var seconds = task.ElapsedTime?.TotalSeconds ?? 0;
            var rate = seconds <= 0 ? 0 : task.State.Get<long>(nameof(RunProgress.Subjects)) / seconds;
            return new Text(Texts.In(language, "progress.rate", rate.ToString("N0", CultureInfo.InvariantCulture)));
        }
    }
}
