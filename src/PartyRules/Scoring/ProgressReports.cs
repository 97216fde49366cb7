namespace PartyRules.Scoring;

/// <summary>Progress that is told often enough to be seen, and seldom enough to cost nothing.</summary>
internal static class ProgressReports
{
    private const int Every = 1024;

    /// <summary>Tells how many are done, where it is time to.</summary>
    public static void ReportNowAndThen(this IProgress<int>? progress, int done, int all)
    {
        if (progress is not null && (done % Every == 0 || done == all))
            progress.Report(done);
    }
}
